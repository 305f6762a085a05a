/** Finds the drivers of browsers and windows among the window's own packages, so that journeys need no second install. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const window_packages = createRequire(new URL('../../ui/package.json', import.meta.url));

export const packageOf = async (name) => {
  const module = await import(pathToFileURL(window_packages.resolve(name)).href);
  return module.default && !module.remote && !module.chromium ? module.default : module;
};
