/** A bookkeeper's day over the make-believe book: vouchers one after the other, drafts changed, templates, copies. */
import { configure, waitFor, fireEvent } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { find, input, openWindow as open, press } from './open-window';

// A whole form is drawn in these; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.unstubAllGlobals());

const caret = () => (document.activeElement as HTMLElement | null)?.dataset.test ?? '';
const type = (value: string) => fireEvent.input(document.activeElement as HTMLInputElement, { target: { value } });
const reached = (name: string) =>
  waitFor(() => {
    if (caret() !== name) throw new Error(`the caret is in ${caret()}, not in ${name}`);
  });
/** Asked of the elements themselves: computing every role of a whole form again and again takes minutes. */
const offered = (name: RegExp) =>
  waitFor(() => {
    if (![...document.querySelectorAll('[role="option"]')].some((one) => name.test(one.textContent ?? ''))) throw new Error(`${name} is not offered`);
  });
async function pick(query: string, name: RegExp) {
  await type(query);
  await offered(name);
  await press('Enter');
}
async function begin() {
  const door = open();
  await find('sale-list');
  await press('3', { ctrlKey: true });
  await find('entry-list');
  await press('n');
  await reached('line-1-memo');
  return door;
}
async function writeOne(amount: string) {
  await type('付运费');
  await press('Enter');
  await pick('5602', /管理费用/);
  await reached('line-1-debit');
  await type(amount);
  await press('Enter');
  await reached('line-2-memo');
  await press('Enter');
  await pick('1002', /银行存款/);
  await reached('line-2-debit');
  await press('=');
  await waitFor(() => expect(input('line-2-credit')?.value).toBeTruthy());
}

describe('vouchers', () => {
  it('are typed one after the other without leaving the keyboard', async () => {
    const { book } = await begin();
    const before = book.entries.length;
    await writeOne('250.5');
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(book.entries).toHaveLength(before + 1));
    await waitFor(() => expect(input('line-1-account')?.value).toBe(''));
    await reached('line-1-memo');
    await writeOne('30');
    await press('F8');
    await waitFor(() => expect(book.entries[0]).toMatchObject({ status: 'posted', total_debit: '30.00' }));
    expect(book.entries[1]).toMatchObject({ status: 'draft', total_debit: '250.50' });
  });

  it('copy the memo with +, drop a line and bring it back, swap sides with Space', async () => {
    await begin();
    await writeOne('80');
    (await find('line-2-memo')).focus();
    await press('+');
    expect(input('line-2-memo')?.value).toBe('付运费');
    await press('Delete', { ctrlKey: true });
    await waitFor(() => expect(input('line-2-account')?.value).toBe(''));
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(input('line-2-account')?.value).toBe('银行存款'));
    (await find('line-1-debit')).focus();
    await press(' ');
    await reached('line-1-credit');
    expect(input('line-1-debit')?.value).toBe('');
  });

  it('leave the keys of an input method alone', async () => {
    await begin();
    await type('付');
    await press('Enter', { keyCode: 229 });
    expect(caret()).toBe('line-1-memo');
    await press('ArrowDown', { keyCode: 229 });
    expect(caret()).toBe('line-1-memo');
  });

  it('wait as drafts that are opened, changed, marked and posted together', async () => {
    const { book } = await begin();
    await writeOne('10');
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(input('line-1-account')?.value).toBe(''));
    await press('Escape');
    await find('entry-list');
    await waitFor(() => expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('付运费'));
    await press('Enter');
    await waitFor(() => expect(input('line-1-debit')?.value).toBe('10.00'));
    (await find('line-1-debit')).focus();
    await type('12');
    (await find('line-2-credit')).focus();
    await press('=');
    await press('Enter', { ctrlKey: true });
    await find('entry-list');
    expect(book.entries[0]).toMatchObject({ status: 'draft', total_debit: '12.00' });
    await waitFor(() => expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('12.00'));
    await press(' ');
    await press('F8');
    await find('post-dialog');
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(book.entries[0]).toMatchObject({ status: 'posted' }));
  });

  it('become templates and are written from them', async () => {
    const { book } = await begin();
    await writeOne('500');
    await press('F7');
    (await find('template-name')).focus();
    await type('每月运费');
    await press('Enter');
    await waitFor(() => expect(book.templates).toHaveLength(1));
    await waitFor(() => expect(input('template-dialog')).toBeNull());
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(input('line-1-account')?.value).toBe(''));
    await press('F7');
    (await find('template-find')).focus();
    await offered(/每月运费/);
    await press('Enter');
    await waitFor(() => expect(input('line-2-account')?.value).toBe('银行存款'));
    await reached('line-1-debit');
  });
});
