/** Period-end entries over the make-believe book: what is proposed, what it opens, and a transfer being written. */
import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadPages } from '../src/pages/page-code';
import { route } from '../src/pages/route.svelte';
import { find, openWindow, press } from './open-window';

beforeAll(loadPages);
afterEach(() => vi.unstubAllGlobals());

async function openPage() {
  openWindow();
  await find('nav-books');
  route.start({ page: 'generated', period: '2026-04' });
  return find('generated-entries');
}

it('shows each generator with its entries, the lines of the chosen one, and what is still to be made', async () => {
  const grid = await openPage();
  const states = [...grid.querySelectorAll('[data-test="generated-entry"]')].map((row) => row.getAttribute('data-state'));
  expect(states).toEqual(['to-write', 'posted', 'to-write']);
  expect(grid.querySelectorAll('.line')).toHaveLength(2);
  expect((await find('generated-tally')).textContent).toContain('2');
  grid.focus();
  await press('ArrowDown');
  expect(grid.querySelectorAll('.line')[0]?.textContent).toContain('5001');
});

it('opens a posted entry with Enter', async () => {
  const grid = await openPage();
  grid.focus();
  await press('ArrowDown');
  await press('Enter');
  expect(route.now?.page).toBe('entry');
});

it('edits a transfer: each kind of amount asks only for what it needs', async () => {
  await openPage();
  await fireEvent.click(await find('transfer'));
  const dialog = await find('transfer-dialog');
  expect(dialog.querySelectorAll('[data-test="transfer-amount"]')).toHaveLength(1);
  const what = dialog.querySelector<HTMLSelectElement>('[data-test="transfer-what"]')!;
  await fireEvent.change(what, { target: { value: 'balance' } });
  expect(dialog.querySelectorAll('[data-test="transfer-amount"]')).toHaveLength(0);
  expect(dialog.querySelectorAll('[data-test="transfer-share"]')).toHaveLength(1);
});
