/** A table as it is used: walked by keys, sorted, copied for a spreadsheet, with the columns a person wants. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../words/words.svelte';
import { columnsAway, compareTexts, keepColumnsAway, nextSort, tsvOf, type Column } from './table';
import Table from './Table.svelte';

interface Row {
  uid: string;
  name: string;
  amount: string;
}
const ROWS: Row[] = [
  { uid: 'a', name: '杭州', amount: '20.00' },
  { uid: 'b', name: '宁波\t二店', amount: '-3.50' },
  { uid: 'c', name: '温州', amount: '100.00' },
];
const COLUMNS: Column<Row>[] = [
  { key: 'name', head: 'Name', width: '1fr', stays: true },
  { key: 'amount', head: 'Amount', width: '120px', isNumber: true, isSortable: true },
];
const id = (row: object) => (row as Row).uid;
const show = (more: object = {}) => {
  render(Table, { rows: ROWS, id, columns: COLUMNS as unknown as Column<object>[], label: 'Rows', test: 'rows', focused: true, ...more });
  return document.querySelector<HTMLElement>('[role="grid"]')!;
};
const order = () => [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));
const chosen = () => [...document.querySelectorAll('[data-row][aria-selected="true"]')].map((row) => row.getAttribute('data-row'));

beforeEach(() => words.speak('en'));

describe('a table', () => {
  it('says to a screen reader how large it is and where one stands', async () => {
    const grid = show();
    await waitFor(() => expect(chosen()).toEqual(['a']));
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.getAttribute('data-row')).toBe('a');
    await fireEvent.keyDown(grid, { key: 'ArrowRight' });
    await fireEvent.keyDown(grid, { key: 'ArrowRight' });
    const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(cell?.getAttribute('role')).toBe('gridcell');
    expect(cell?.textContent).toBe('20.00');
  });

  it('is walked to its ends, by rows and by cells', async () => {
    const grid = show();
    await waitFor(() => expect(chosen()).toEqual(['a']));
    await fireEvent.keyDown(grid, { key: 'End' });
    expect(chosen()).toEqual(['c']);
    await fireEvent.keyDown(grid, { key: 'Home', ctrlKey: true });
    expect(chosen()).toEqual(['a']);
    await fireEvent.keyDown(grid, { key: 'PageDown' });
    expect(chosen()).toEqual(['b']);
  });

  it('opens the row it stands in, but not with an Enter that ends hanzi', async () => {
    const onopen = vi.fn();
    const grid = show({ onopen });
    await waitFor(() => expect(chosen()).toEqual(['a']));
    await fireEvent.keyDown(grid, { key: 'ArrowDown' });
    await fireEvent.keyDown(grid, { key: 'Enter', isComposing: true });
    expect(onopen).not.toHaveBeenCalled();
    await fireEvent.keyDown(grid, { key: 'Enter' });
    expect(onopen).toHaveBeenCalledWith(ROWS[1]);
  });

  it('sorts amounts by value from its head, and gives the first order back', async () => {
    const grid = show();
    await waitFor(() => expect(chosen()).toEqual(['a']));
    await fireEvent.keyDown(grid, { key: 'ArrowUp' });
    await fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(order()).toEqual(['b', 'a', 'c']));
    expect(document.querySelector('[data-sort="amount"]')?.getAttribute('aria-sort')).toBe('ascending');
    await fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(order()).toEqual(['c', 'a', 'b']));
    await fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(order()).toEqual(['a', 'b', 'c']));
  });

  it('offers no order of its own while rows are missing, and asks for them', async () => {
    const onmore = vi.fn();
    show({ hasMore: true, onmore });
    await waitFor(() => expect(onmore).toHaveBeenCalled());
    expect(document.querySelector('[data-sort]')).toBeNull();
  });

  it('copies what Shift has picked, as text a spreadsheet reads', async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const grid = show();
    await waitFor(() => expect(chosen()).toEqual(['a']));
    await fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    expect(chosen()).toEqual(['a', 'b']);
    await fireEvent.keyDown(grid, { key: 'c', ctrlKey: true });
    expect(writeText).toHaveBeenCalledWith('Name\tAmount\n杭州\t20.00\n宁波 二店\t-3.50');
    vi.unstubAllGlobals();
  });

  it('shows totals under their columns', async () => {
    show({ totals: { amount: '116.50' } });
    await waitFor(() => expect(document.querySelector('.totals')?.textContent).toContain('116.50'));
    expect(document.querySelector('.totals')?.textContent).toContain('Total');
  });

  it('leaves away the columns a person put away, and remembers it', async () => {
    keepColumnsAway('rows', ['amount']);
    show();
    await waitFor(() => expect(order()).toHaveLength(3));
    expect([...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent)).toEqual(['Name']);
    expect(columnsAway('rows')).toEqual(['amount']);
  });

  it('builds only the rows in sight of a hundred thousand', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({ uid: String(at), name: `n${at}`, amount: '1.00' }));
    show({ rows });
    await waitFor(() => expect(order().length).toBeGreaterThan(5));
    expect(order().length).toBeLessThan(60);
  });
});

describe('rows as text', () => {
  it('have a plain minus and no break inside a cell', () => {
    expect(tsvOf(COLUMNS, [{ uid: 'x', name: 'a\nb', amount: '\u22121.00' }], false)).toBe('a b\t-1.00');
  });
  it('sort amounts by value, names by language, nothing last', () => {
    expect(compareTexts('9.00', '10.00', true, 'en')).toBeLessThan(0);
    expect(compareTexts('', '10.00', true, 'en')).toBeGreaterThan(0);
    expect(compareTexts('XS-9', 'XS-10', false, 'en')).toBeLessThan(0);
    expect(compareTexts('陈', '张', false, 'zh-CN')).toBeLessThan(0);
  });
  it('go up, down and back', () => {
    const up = nextSort(null, 'a');
    expect(up).toEqual({ key: 'a', isDescending: false });
    const down = nextSort(up, 'a');
    expect(down).toEqual({ key: 'a', isDescending: true });
    expect(nextSort(down, 'a')).toBeNull();
  });
});
