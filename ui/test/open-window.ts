/** The whole window over a make-believe book, and the few words its tests are written in. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { board } from '../src/parts/notices.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

/** Opens the window before a fresh book; what it asks is answered by the fake door. */
export function openWindow(): ReturnType<typeof makeFakeDoor> {
  const door = makeFakeDoor();
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    try {
      const answer: unknown = structuredClone(await door.carry(url.replace('/bridge/', ''), JSON.parse(init.body) as Record<string, unknown>));
      return { ok: true, json: async () => answer };
    } catch (error) {
      return { ok: false, json: async () => (error as { refusal: unknown }).refusal };
    }
  });
  words.speak('zh-CN');
  session.forget();
  board.clear();
  render(App);
  return door;
}

export const input = (name: string) => document.querySelector<HTMLInputElement>(`[data-test="${name}"]`);

/** What has this name, once it is there. */
export const find = (name: string) =>
  waitFor(() => {
    const found = input(name);
    if (!found) throw new Error(`${name} is not there`);
    return found;
  });

/** A key where the caret is. */
export const press = (key: string, more: KeyboardEventInit & { keyCode?: number } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
