/** The palette over the make-believe book: what a person types and presses, and where it leads. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

type Options = NonNullable<Parameters<typeof makeFakeDoor>[0]>;

/** Opens the window, then the palette; answers wait until they are let go where a test wants to see them late. */
async function open(options: Options = {}) {
  const door = makeFakeDoor(options);
  const held: (() => void)[] = [];
  const state = { holds: false };
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    const request = JSON.parse(init.body) as Record<string, unknown>;
    const answer: unknown = structuredClone(await door.carry(url.replace('/bridge/', ''), request));
    if (state.holds && request.ask === 'search') await new Promise<void>((go) => held.push(go));
    return { ok: true, json: async () => answer };
  });
  words.speak('zh-CN');
  session.forget();
  render(App);
  await seen('sale-list');
  await press('k', { ctrlKey: true });
  return { ...door, state, held, field: (await seen('palette-query')) as HTMLInputElement };
}

afterEach(() => vi.unstubAllGlobals());

const seen = (name: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
    if (!found) throw new Error(`${name} is not there`);
    return found;
  });
const press = (key: string, more: KeyboardEventInit & { keyCode?: number } = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const type = (field: HTMLInputElement, value: string) => fireEvent.input(field, { target: { value } });
const texts = () => [...document.querySelectorAll('[data-test="palette-choice"] > .cut:nth-of-type(1)')].map((one) => one.textContent ?? '');
const active = () => document.querySelector('[role="option"][aria-selected="true"]');
const shows = (text: string | RegExp) => waitFor(() => expect(texts().some((one) => (typeof text === 'string' ? one.includes(text) : text.test(one)))).toBe(true));

// The first of them loads the whole window, which takes a busy machine a while.
describe('the palette', { timeout: 20_000 }, () => {
  it('finds a customer with what can be done for them, and opens the page with Enter', async () => {
    const { field } = await open();
    await waitFor(() => expect(document.activeElement).toBe(field));
    await type(field, 'nordl');
    await shows('Nordlys Home AS');
    await shows('给Nordlys Home AS开销售单');
    await shows('记Nordlys Home AS的收款');
    expect(active()?.textContent).toContain('Nordlys');
    expect(field.getAttribute('aria-activedescendant')).toBe(active()?.id);
    await press('Enter');
    await seen('page-customer');
    expect(document.querySelector('[data-test="palette"]')).toBeNull();
  });

  it('finds by pinyin initials, by the other language and by number', async () => {
    const { field } = await open();
    for (const [typed, expected] of [['nbqh', '宁波青禾'], ['yhck', '1002 银行存款'], ['record a', '开销售单'], ['balance sh', '资产负债表'], ['kxsd', '开销售单'], ['记-3', '凭证 记-3'], ['2,400.00', /收款/]] as const) {
      await type(field, typed);
      await shows(expected);
    }
  });

  it('walks with the arrows around its end and does not take the Enter of hanzi for a choice', async () => {
    const { field } = await open();
    await type(field, '>');
    await shows('开销售单');
    expect(texts()).not.toContain('资产负债表');
    const first = active()?.textContent;
    await press('ArrowDown');
    expect(active()?.textContent).not.toBe(first);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active()?.textContent).toContain('上锁');
    await press('Enter', { keyCode: 229 });
    expect(document.querySelector('[data-test="palette"]')).not.toBeNull();
    await press('ArrowDown');
    await press('Enter');
    await seen('page-sale-new');
  });

  it('shows the answer to what was typed last, however late an earlier one comes', async () => {
    const { field, state, held } = await open();
    state.holds = true;
    await type(field, 'nordl');
    await waitFor(() => expect(held.length).toBe(1));
    await type(field, 'brightw');
    await waitFor(() => expect(held.length).toBe(2));
    held[1]?.();
    await shows('Brightwell');
    held[0]?.();
    await Promise.resolve();
    expect(texts().some((text) => text.includes('Nordlys'))).toBe(false);
  });

  it('says when nothing is found and offers to make it with the name that was typed', async () => {
    const { field } = await open();
    await type(field, '0.07');
    await seen('palette-nothing');
    await type(field, '海港木业');
    await shows('新客户“海港木业”');
    await press('Enter');
    expect(((await seen('party-name')) as HTMLInputElement).value).toBe('海港木业');
    await press('Escape');
    await waitFor(() => expect(document.querySelector('[data-test="party-dialog"]')).toBeNull());
  });

  it('gives the caret back on Esc, and begins with what was chosen last', async () => {
    const { field } = await open();
    await type(field, 'nordl');
    await shows('Nordlys');
    await press('Enter');
    await seen('page-customer');
    await waitFor(() => expect(document.activeElement?.matches('[role="grid"], [role="gridcell"]')).toBe(true));
    const before = document.activeElement;
    await press('k', { ctrlKey: true });
    await seen('palette-recent');
    expect(active()?.textContent).toContain('Nordlys Home AS');
    await press('Escape');
    await waitFor(() => expect(document.querySelector('[data-test="palette"]')).toBeNull());
    expect(document.activeElement).toBe(before);
  });

  it('opens a choice in a new window with Ctrl and Enter, and stays where it is', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const { field } = await open();
    await type(field, 'nordl');
    await shows('Nordlys');
    await press('Enter', { ctrlKey: true });
    expect(decodeURIComponent(String(opened.mock.calls[0]?.[0]))).toContain('"page":"customer"');
    await seen('page-sales');
    opened.mockRestore();
  });

  it('keeps books from a salesperson', async () => {
    const { field } = await open({ role: 'salesperson' });
    for (const typed of ['1002', 'yhck', '资产', '>', '记-3']) {
      await type(field, typed);
      await waitFor(() => expect(document.querySelector('[data-test="palette-nothing"]') ?? document.querySelector('[data-test="palette-choice"]')).not.toBeNull());
      expect(texts().join()).not.toMatch(/凭证|银行存款|资产负债表|结账|科目/);
    }
  });

  it('leads to the ledger of an account, whose balance runs line by line', async () => {
    const { field } = await open();
    await type(field, '1122');
    await shows('1122 应收账款');
    await waitFor(() => expect(active()?.textContent).toContain('1122'));
    await press('Enter');
    await seen('page-ledger');
    await seen('ledger-list');
    await waitFor(() => expect(document.querySelectorAll('[data-test="ledger-list"] [data-row]').length).toBeGreaterThan(3));
    await press('Enter');
    await seen('page-entry');
  });
});
