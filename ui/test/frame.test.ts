/** The frame: what each role meets, the keys that work, and what is said when something fails. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { board, noticeProblem } from '../src/parts/notices.svelte';
import { isKey, runCommand } from '../src/parts/keys.svelte';
import { commandsNow } from '../src/pages/window-commands.svelte';
import { menusOf } from '../src/pages/menu.svelte';
import { route } from '../src/pages/route.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

type Options = NonNullable<Parameters<typeof makeFakeDoor>[0]>;

function open(options: Options = {}) {
  const door = makeFakeDoor(options);
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    try {
      const answer: unknown = structuredClone(await door.carry(url.replace('/bridge/', ''), JSON.parse(init.body)));
      return { ok: true, json: async () => answer };
    } catch (error) {
      return { ok: false, json: async () => (error as { refusal: unknown }).refusal };
    }
  });
  words.speak('en');
  session.forget();
  route.forget();
  render(App);
  return door;
}
afterEach(() => {
  board.closeFault();
  board.clear();
  vi.unstubAllGlobals();
});

const find = (name: string) => waitFor(() => {
  const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
  if (!found) throw new Error(`${name} is not there`);
  return found;
});
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the frame', () => {
  it('shows an owner every house and what waits in the books', async () => {
    open();
    await find('nav-sales');
    for (const house of ['money', 'books', 'reports', 'people', 'settings']) await find(`nav-${house}`);
    expect((await find('nav-books')).textContent).toContain('1 entry not posted yet');
  });
  it('keeps a salesperson from the books, from people, and from commands of the books', async () => {
    open({ role: 'salesperson' });
    await find('nav-sales');
    for (const house of ['books', 'reports', 'people']) expect(document.querySelector(`[data-test="nav-${house}"]`)).toBeNull();
    const ids = commandsNow().map((command) => command.id);
    expect(ids).toContain('new-sale');
    expect(ids).not.toContain('new-entry');
    expect(ids).not.toContain('back-up');
  });
  it('gives no two commands the same key', async () => {
    open();
    await find('nav-sales');
    const keys = commandsNow().flatMap(({ key, more }) => [key, ...(more ?? [])]).filter((key) => key !== undefined);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
  });
  it('lists in its sheet the keys of the screen and those of everywhere, each once', async () => {
    open();
    await find('nav-sales');
    await press('?');
    const sheet = await find('key-sheet');
    const everywhere = (await find('keys-everywhere')).textContent ?? '';
    for (const said of ['New sale', 'Lock the book', 'New window', 'Larger text']) expect(everywhere).toContain(said);
    expect(sheet.querySelectorAll('dt').length).toBeGreaterThan(12);
    await press('Escape');
    await waitFor(() => expect(document.querySelector('[data-test="key-sheet"]')).toBeNull());
  });
  it('goes where a line of the menu leads, whether it has a key or not', async () => {
    open();
    await find('nav-sales');
    for (const place of ['customers', 'sales-list', 'accounts']) {
      runCommand(`go-${place}`);
      await waitFor(() => expect(document.querySelector(`[data-test="nav-${place}"][aria-current="page"]`)).not.toBeNull());
    }
  });
  it('makes the menu from the same table, in the language of the moment', async () => {
    open();
    await find('nav-sales');
    const labels = () => menusOf(commandsNow()).map((menu) => menu.label);
    expect(labels()).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
    words.speak('zh-CN');
    expect(labels()).toEqual(['文件', '编辑', '转到', '显示', '帮助']);
    const file = menusOf(commandsNow())[0]?.items ?? [];
    expect(file).toContainEqual({ kind: 'command', id: 'new-window', label: '新开窗口', key: 'Ctrl+Shift+N', checked: null });
  });
  it('opens the form of a new sale from any screen', async () => {
    open();
    await find('nav-sales');
    await fireEvent.click(await find('nav-settings'));
    await press('n', { ctrlKey: true });
    await find('sale-customer');
  });
});

describe('a problem', () => {
  it('offers the place that helps, and no place a person may not go to', async () => {
    open();
    await find('nav-sales');
    noticeProblem({ kind: 'rejected', code: 'period_closed', details: { period: '2026-01', day: '2026-02-01' } });
    expect((await find('toast-problem')).textContent).toContain('Look at the periods');
    board.clear();
    noticeProblem({ kind: 'rejected', code: 'unbalanced', details: { debit: '1', credit: '2', difference: '-1' } });
    await waitFor(() => {
      const toast = document.querySelector('[data-test="toast-problem"]');
      expect(toast?.textContent).toContain('not equal');
      expect(toast?.querySelectorAll('button').length).toBe(1);
    });
  });
  it('can be tried again by whoever was refused', async () => {
    open();
    await find('nav-sales');
    const again = vi.fn();
    noticeProblem({ kind: 'trouble', code: 'busy', details: {} }, { again });
    const toast = await find('toast-problem');
    await fireEvent.click(toast.querySelector('button.act') ?? toast);
    expect(again).toHaveBeenCalledOnce();
  });
  it('of ours shows a report to read, with the steps and without what was typed', async () => {
    open();
    await find('nav-sales');
    noticeProblem({ kind: 'bug', code: 'bug', details: { what: 'index out of bounds' } });
    const report = (await find('fault-report')).textContent ?? '';
    expect(report).toContain('Code: bug');
    expect(report).toMatch(/screen \w+/);
    expect(report).not.toContain('宁波');
    await fireEvent.click(await find('fault-save'));
    await waitFor(() => expect(document.querySelector('[data-test="fault"]')).toBeNull());
  });
  it('that nobody caught is never silent', async () => {
    open();
    await find('nav-sales');
    window.dispatchEvent(new ErrorEvent('error', { message: 'lost', error: new Error('lost') }));
    expect((await find('fault-report')).textContent).toContain('page_fault');
  });
});

describe('a key', () => {
  it('with Shift is another one than without', () => {
    const pressed = (key: string, shiftKey: boolean) => new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey });
    expect(isKey(pressed('N', true), 'Ctrl+n')).toBe(false);
    expect(isKey(pressed('N', true), 'Ctrl+Shift+n')).toBe(true);
    expect(isKey(pressed('n', false), 'Ctrl+n')).toBe(true);
    expect(isKey(pressed('+', true), 'Ctrl++')).toBe(true);
  });
});
