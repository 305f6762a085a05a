/** Help in the window: the manual beside a form, a course at the foot, feedback and a diagnosis without a fact of the book. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { session } from '../src/api/session.svelte';
import { board } from '../src/parts/notices.svelte';
import { greet } from '../src/pages/greet';
import { help } from '../src/pages/help.svelte';
import { words } from '../src/words/words.svelte';
import { makeFakeDoor } from './fake-door.mjs';

function open() {
  const door = makeFakeDoor({});
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
  return { ...door, sent };
}

afterEach(() => {
  help.close();
  help.putAside();
  vi.unstubAllGlobals();
});

/** A busy machine reads the manual's pages slowly. */
const PATIENT = { timeout: 5000 };
const find = (name: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
    if (!found) throw new Error(`${name} is not there`);
    return found;
  }, PATIENT);
const gone = (name: string) => waitFor(() => expect(document.querySelector(`[data-test="${name}"]`)).toBeNull(), PATIENT);
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const click = async (name: string) => fireEvent.click(await find(name));

describe('the manual', () => {
  it('opens beside a form at its page and leaves the form as it was', async () => {
    open();
    await find('sale-list');
    await press('n');
    const memo = (await find('sale-customer')) as HTMLInputElement;
    memo.focus();
    await fireEvent.input(memo, { target: { value: 'Nord' } });
    await press('F1');
    await find('manual-text-sales');
    expect(document.querySelector('[data-test="sale-customer"]')).toBe(memo);
    await press('Escape');
    await gone('help-panel');
    expect(document.querySelector('[data-test="sale-customer"]')).toBe(memo);
    expect(document.activeElement).toBe(memo);
  });
  it('finds a word and opens its section by the keyboard', async () => {
    open();
    await find('sale-list');
    await press('F1');
    const field = (await find('manual-search')) as HTMLInputElement;
    field.focus();
    await fireEvent.input(field, { target: { value: '恢复单' } });
    await find('manual-hit');
    await press('Enter');
    await find('manual-text-books');
  });
});

describe('a course', () => {
  it('counts a step only when the book says so, and tells beside it what is missing', async () => {
    const { sent } = open();
    await find('sale-list');
    help.learn('owner');
    await click('course-read');
    await click('course-check');
    expect((await find('course-wrong')).textContent).toContain('第 2 步');
    expect(sent.filter((request) => request.do === 'finish_step')).toHaveLength(2);
    expect(board.fault).toBeNull();
  });
});

describe('support', () => {
  it('shows the diagnosis before it can be saved, with codes and no facts', async () => {
    const { sent } = open();
    await find('sale-list');
    await click('nav-help');
    await click('nav-support');
    await click('diagnose');
    const text = (await find('diagnosis-text')).textContent ?? '';
    expect(text).toContain('SQLite');
    for (const canary of ['宁波海砚', '陈砚', 'Nordlys', '744748', '/home']) expect(text).not.toContain(canary);
    expect(sent.some((request) => request.desk === 'save_text')).toBe(false);
    await click('diagnosis-save');
    await waitFor(() => expect(sent.findLast((request) => request.desk === 'save_text')?.content).toBe(text));
  });
});

describe('feedback', () => {
  it('is kept in the book, wants a word or a feeling, and is listed', async () => {
    const { sent } = open();
    await find('sale-list');
    await click('nav-help');
    await click('nav-feedback');
    await click('feedback-leave');
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('写几个字');
    await fireEvent.input(await find('feedback-words'), { target: { value: '想要采购单' } });
    await click('feedback-feeling-4');
    await press('Enter', { ctrlKey: true });
    await find('feedback-row');
    expect(sent.findLast((request) => request.do === 'leave_feedback')).toMatchObject({ kind: 'wish', words: '想要采购单', feeling: 4 });
  });
});

describe('what is new', () => {
  it('is told once after an upgrade and never at the first start', () => {
    board.clear();
    greet('2026-04-30', '0.1.0');
    expect(board.notices).toHaveLength(0);
    greet('2026-04-30', '0.2.0');
    expect(board.notices[0]?.text).toContain('0.2.0');
    board.notices[0]?.act?.run();
    expect(help.page).toBe('whats-new');
    board.clear();
    greet('2026-04-30', '0.2.0');
    expect(board.notices).toHaveLength(0);
  });
});
