/** Whole journeys through the window over the make-believe book: what a person presses, what the screen then says. */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { loadPages } from '../src/pages/page-code';
import { board } from '../src/parts/notices.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

type Options = NonNullable<Parameters<typeof makeFakeDoor>[0]>;

function open(options: Options = {}) {
  const door = makeFakeDoor(options);
  const sent: { door: string; request: Record<string, unknown> }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    const name = url.replace('/bridge/', '');
    const request = JSON.parse(init.body) as Record<string, unknown>;
    sent.push({ door: name, request });
    try {
      const answer: unknown = structuredClone(await door.carry(name, request));
      return { ok: true, json: async () => answer };
    } catch (error) {
      return { ok: false, json: async () => (error as { refusal: unknown }).refusal };
    }
  });
  words.speak('zh-CN');
  session.forget();
  // A door that was taken away after the test before may have left its fault on the board.
  board.closeFault();
  render(App);
  return { ...door, sent };
}

// As in a window that has stood for a second.
beforeAll(loadPages);
afterEach(() => vi.unstubAllGlobals());

const find = (name: string) => waitFor(() => {
  const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
  if (!found) throw new Error(`${name} is not there`);
  return found;
});
const input = async (name: string) => (await find(name)) as HTMLInputElement;
const press = (key: string, more: KeyboardEventInit & { keyCode?: number } = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
async function type(name: string, value: string) {
  const field = await input(name);
  field.focus();
  await fireEvent.input(field, { target: { value } });
  return field;
}

describe('the window', () => {
  it('shows the sales of the open book and changes language at once', async () => {
    open();
    await find('sale-list');
    expect(document.querySelector('h1')?.textContent).toBe('销售');
    await press('F12');
    expect(document.querySelector('h1')?.textContent).toBe('Sales');
    expect(document.documentElement.lang).toBe('en');
  });

  it('records a sale with the keyboard alone', async () => {
    const { sent, book } = open();
    await find('sale-list');
    const before = book.sales.length;
    await press('n');
    await type('sale-customer', 'Nordlys');
    await waitFor(() => screen.getByRole('option', { name: /Nordlys Home/ }));
    await press('Enter');
    await waitFor(async () => expect((await input('sale-customer')).value).toBe('Nordlys Home AS'));
    await type('sale-1-item', '托盘');
    await waitFor(() => screen.getByRole('option', { name: /WB-0312.*托盘/ }));
    await press('Enter');
    await type('sale-1-quantity', '10');
    await waitFor(() => expect(document.querySelector('[data-test="sale-totals"]')?.textContent).toContain('680.00'));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(book.sales.length).toBe(before + 1));
    const action = sent.findLast(({ door }) => door === 'perform')?.request;
    expect(action).toMatchObject({ do: 'record_sale', paid: null, lines: [{ quantity: '10', unit_price: '68.00', tax_included: true, rate: 'cn-small-1' }] });
    await find('toast-done');
  });

  it('does not post or pick on the Enter that ends typing hanzi', async () => {
    open();
    await find('sale-list');
    await press('n');
    const field = await type('sale-customer', '青禾');
    await waitFor(() => screen.getByRole('option', { name: /宁波青禾/ }));
    await fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('option', { name: /宁波青禾/ })).toBeTruthy();
  });

  it('settles the oldest invoice first and posts what was received', async () => {
    const { sent } = open();
    await find('sale-list');
    await waitFor(() => expect(document.querySelector('[data-row]')).not.toBeNull());
    await press('r');
    await waitFor(async () => expect((await input('receipt-customer')).value).not.toBe(''));
    await type('receipt-amount', '100');
    await waitFor(async () => expect(((await find('receipt-post')) as HTMLButtonElement).disabled).toBe(false));
    await press('F8');
    await waitFor(() => expect(sent.findLast(({ door }) => door === 'perform')?.request).toMatchObject({ do: 'receive_money', amount: '100' }));
    await find('toast-done');
  });

  it('keeps debit and credit from a salesperson', async () => {
    open({ role: 'salesperson' });
    await find('sale-list');
    expect(document.querySelector('[data-test="nav-books"]')).toBeNull();
    expect(document.querySelector('[data-test="nav-reports"]')).toBeNull();
    await press('n');
    await find('sale-customer');
    expect(document.querySelector('[data-test="entry-preview"]')).toBeNull();
    expect(document.body.textContent).not.toMatch(/借方|贷方/);
  });

  it('balances an entry with = and refuses to post before', async () => {
    const { book } = open();
    await find('sale-list');
    await press('3', { ctrlKey: true });
    await find('entry-list');
    await press('n');
    await type('line-1-account', '5602');
    await waitFor(() => screen.getByRole('option', { name: /管理费用/ }));
    await press('Enter');
    await type('line-1-debit', '250.5');
    expect(((await find('entry-post')) as HTMLButtonElement).disabled).toBe(true);
    await type('line-2-account', '1002');
    await waitFor(() => screen.getByRole('option', { name: /银行存款/ }));
    await press('Enter');
    (await input('line-2-debit')).focus();
    await press('=');
    await waitFor(async () => expect((await input('line-2-credit')).value).toBe('250.50'));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(book.entries[0]).toMatchObject({ status: 'draft', total_debit: '250.50' }));
  });

  it('moves over a balance sheet and opens what is behind a figure', async () => {
    const { sent } = open();
    await find('sale-list');
    await press('4', { ctrlKey: true });
    await find('statement');
    await press('ArrowDown');
    await press('ArrowRight');
    await press('Enter');
    await find('behind-figure');
    expect(sent.findLast(({ request }) => request.ask === 'behind_figure')?.request).toMatchObject({ name: 'balance-sheet', row: '2', column: 'opening', period: '2026-04' });
    await press('Escape');
    await waitFor(() => expect(document.querySelector('[data-test="behind-figure"]')).toBeNull());
  });

  it('locks, says that a password is wrong, and opens again', async () => {
    const { sent } = open();
    await find('sale-list');
    await press('l', { ctrlKey: true });
    await type('unlock-person', '陈砚');
    await type('unlock-password', 'wrong');
    await press('Enter');
    await waitFor(() => expect(document.querySelector('[role="alert"]')?.textContent).toBeTruthy());
    expect((await input('unlock-password')).value).toBe('');
    await type('unlock-password', '海砚-账房-2026');
    await press('Enter');
    await find('sale-list');
    expect(JSON.stringify(sent.filter(({ request }) => request.desk === 'save_draft'))).not.toContain('海砚-账房-2026');
  });

  it('creates a book in five steps and asks for the recovery sheet back', async () => {
    const { sent } = open({ phase: 'start', isEmpty: true });
    await type('create-company', '小店');
    await type('create-person', '小店主');
    await press('Enter');
    await find('create-vat-general');
    await press('b');
    await press('g');
    await press('Enter');
    await find('create-standard-cn-small');
    await press('Enter');
    await type('create-month', '2026-01');
    await press('Enter');
    await type('create-password', '三个不相干的词');
    await type('create-again', '三个不相干的词。');
    await press('Enter');
    expect(sent.some(({ request }) => request.desk === 'create_book')).toBe(false);
    await type('create-password', '三个不相干的长词');
    await type('create-again', '三个不相干的长词');
    await press('Enter');
    const sheet = await find('recovery-sheet');
    expect(sent.find(({ request }) => request.desk === 'create_book')?.request).toMatchObject({ standard: 'cn-small', currency: 'CNY', first_period: '2026-01', vat_kind: 'general', industry: 'retail', expects_opening: false, person: '小店主' });
    (document.activeElement as HTMLElement | null)?.blur();
    await press('Enter');
    await type('recovery-typed', sheet.dataset.sheet ?? '');
    await press('Enter');
    await find('first-sale');
    expect(localStorage.getItem('kontor.new-company')).toBe(null);
    (document.activeElement as HTMLElement | null)?.blur();
    await press('Enter');
    await find('sale-customer');
  });
});
