/** Who puts a table in order: the window what is all there, the core a list that is read page by page. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { words } from '../words/words.svelte';
import Table, { type Column, type CoreOrder } from './Table.svelte';

interface Row {
  uid: string;
  amount: string;
}
const ROWS: Row[] = ['20.00', '-3.50', '100.00'].map((amount, at) => ({ uid: 'abc'.charAt(at), amount }));
const COLUMNS: Column<Row>[] = [
  { key: 'uid', head: 'Code', width: '1fr', isSortable: true },
  { key: 'amount', head: 'Amount', width: '120px', isNumber: true, isSortable: true, order: 'total' },
];

function show(hasMore: boolean) {
  let now = $state.raw<CoreOrder | null>(null);
  render(Table, {
    rows: ROWS,
    id: (row: object) => (row as Row).uid,
    columns: COLUMNS as unknown as Column<object>[],
    label: 'Rows',
    hasMore,
    get order() {
      return now;
    },
    set order(next: CoreOrder | null) {
      now = next;
    },
  });
  return { grid: document.querySelector<HTMLElement>('[role="grid"]')!, asked: () => now };
}
const head = (key: string) => document.querySelector(`[data-sort="${key}"]`);
const rows = () => [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));

beforeEach(() => words.speak('en'));

it('asks the core for the order of a list that is not all here, by pointer and by keys, and says which way it goes', async () => {
  const { grid, asked } = show(true);
  await waitFor(() => expect(head('amount')?.getAttribute('aria-sort')).toBe('none'));
  expect(head('uid')).toBeNull();
  await fireEvent.click(head('amount')!);
  expect(asked()).toEqual({ order: 'total', descending: false });
  await waitFor(() => expect(head('amount')?.getAttribute('aria-sort')).toBe('ascending'));
  expect(rows()).toEqual(['a', 'b', 'c']);
  await fireEvent.keyDown(grid, { key: 'Home', ctrlKey: true });
  await fireEvent.keyDown(grid, { key: 'ArrowUp' });
  await fireEvent.keyDown(grid, { key: 'Enter' });
  expect(asked()).toEqual({ order: 'total', descending: true });
  await waitFor(() => expect(head('amount')?.getAttribute('aria-sort')).toBe('descending'));
  await fireEvent.keyDown(grid, { key: 'Enter' });
  expect(asked()).toBeNull();
  await waitFor(() => expect(head('amount')?.getAttribute('aria-sort')).toBe('none'));
});

it('sorts by itself what is all here, whatever the core could do', async () => {
  const { asked } = show(false);
  await waitFor(() => expect(head('uid')).not.toBeNull());
  await fireEvent.click(head('amount')!);
  await waitFor(() => expect(rows()).toEqual(['b', 'a', 'c']));
  expect(asked()).toBeNull();
  expect(head('amount')?.getAttribute('aria-sort')).toBe('ascending');
});
