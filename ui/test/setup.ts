/** What every test starts from: no kept settings, and the few things jsdom does not draw. */
import { cleanup } from '@testing-library/svelte';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { pagesComing } from '../src/pages/page-code';

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
// Code that still comes when a file's tests are over would find nothing to come to.
afterAll(pagesComing, 60_000);
