/** What every test starts from: no kept settings, and the few things jsdom does not draw. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => {};

beforeEach(() => localStorage.setItem('kontor.language', 'zh-CN'));
afterEach(() => {
  cleanup();
  localStorage.clear();
});
