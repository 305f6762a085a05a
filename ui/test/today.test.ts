/** Today in the window over the make-believe book: what it shows, where its figures lead, and the way back. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

function open(options: NonNullable<Parameters<typeof makeFakeDoor>[0]> = {}) {
  const door = makeFakeDoor({ hasToday: true, ...options });
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    const request = JSON.parse(init.body) as Record<string, unknown>;
    sent.push(request);
    try {
      const answer: unknown = structuredClone(await door.carry(url.replace('/bridge/', ''), request));
      return { ok: true, json: async () => answer };
    } catch (error) {
      return { ok: false, json: async () => (error as { refusal: unknown }).refusal };
    }
  });
  words.speak('zh-CN');
  session.forget();
  render(App);
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const find = (name: string) => waitFor(() => {
  const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
  if (!found) throw new Error(`${name} is not there`);
  return found;
});
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('today', () => {
  it('opens first and says how the company stands', async () => {
    open();
    expect((await find('figure-cash')).textContent).toContain('744,748.85');
    expect((await find('figure-due-in')).textContent).toContain('逾期 108,185.00');
    expect((await find('chart-cash')).textContent).toContain('首个缺口：6月15日');
    expect((await find('shortfall')).textContent).toContain('提前 5 天到账即可补足');
    expect((await find('waiting')).textContent).toContain('Harbor & Pine等 2 家');
    words.speak('en');
    await waitFor(async () => expect((await find('shortfall')).textContent).toContain('5 days earlier would cover it'));
  });

  it('leads from a figure to its list and back to the same figure', async () => {
    open();
    const figure = await find('figure-due-in');
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('[data-figure]')));
    await press('ArrowRight');
    expect(document.activeElement).toBe(figure);
    await fireEvent.click(figure);
    await find('receivable-list');
    await press('Escape');
    await waitFor(() => expect((document.activeElement as HTMLElement | null)?.dataset.stop).toBe('due-in'));
  });

  it('says what would help, with the key F', async () => {
    open();
    await find('shortfall');
    await press('f');
    expect((await find('help-dialog')).textContent).toContain('Nordlys Home AS');
  });

  it('is saved as a paper by the core', async () => {
    const sent = open();
    await find('chart-cash');
    await press('p', { ctrlKey: true });
    await waitFor(() => expect(sent.find((request) => request.desk === 'save_statement')).toMatchObject({ request: { name: 'today' }, format: 'pdf', language: 'zh-CN' }));
  });

  it('says in an empty book what to do first', async () => {
    open({ isEmpty: true });
    expect((await find('first-steps')).textContent).toContain('开第一张销售单');
    expect(document.querySelector('[data-test="chart-cash"]')).toBeNull();
  });
});
