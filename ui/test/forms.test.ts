/** Open forms over the make-believe book: what was typed is kept, given back when the form opens again, and taken back step by step. */
import { configure, waitFor, fireEvent } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { board } from '../src/parts/notices.svelte';
import { find, input, openWindow as open, press } from './open-window';

// Whole pages are drawn in these; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.unstubAllGlobals());

async function type(name: string, value: string) {
  const field = await find(name);
  field.focus();
  await fireEvent.input(field, { target: { value } });
  field.blur();
}
async function openParty() {
  (await find('nav-customers')).click();
  await find('party-list');
  await press('n');
  await find('party-dialog');
}

describe('an open form', () => {
  it('is kept as it is typed and given back when it opens again, or begun anew', async () => {
    const { book } = open();
    await find('sale-list');
    await openParty();
    await type('party-name', '望江楼茶业');
    await waitFor(() => expect(book.drafts.get('party-new')).toContain('望江楼茶业'));
    await press('Escape');
    await waitFor(() => expect(input('party-dialog')).toBeNull());
    await press('n');
    await waitFor(() => expect(input('party-name')?.value).toBe('望江楼茶业'));
    const anew = board.notices[0]?.act;
    expect(anew).toBeDefined();
    anew?.run();
    await waitFor(() => expect(input('party-name')?.value).toBe(''));
    await waitFor(() => expect(book.drafts.has('party-new')).toBe(false));
  });

  it('takes back and brings again what was changed, and forgets it once it is sent', async () => {
    const { book } = open();
    await find('sale-list');
    await openParty();
    await type('party-name', '南山书屋');
    await type('party-phone', '021-5588');
    await type('party-phone', '021-5599');
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(input('party-phone')?.value).toBe('021-5588'));
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(input('party-phone')?.value).toBe(''));
    expect(input('party-name')?.value).toBe('南山书屋');
    await press('y', { ctrlKey: true });
    await press('z', { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(input('party-phone')?.value).toBe('021-5599'));
    await waitFor(() => expect(book.drafts.has('party-new')).toBe(true));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(input('party-dialog')).toBeNull());
    await waitFor(() => expect(book.drafts.has('party-new')).toBe(false));
  });

  it('leaves to a field what is still being typed in it', async () => {
    open();
    await find('sale-list');
    await openParty();
    await type('party-name', '南山');
    const field = await find('party-name');
    field.focus();
    field.dispatchEvent(new Event('beforeinput', { bubbles: true }));
    await fireEvent.input(field, { target: { value: '南山书屋' } });
    await press('z', { ctrlKey: true });
    expect(field.value).toBe('南山书屋');
  });

  it('never keeps a password', async () => {
    const { book } = open();
    await find('sale-list');
    (await find('nav-people')).click();
    await find('person-list');
    await press('n');
    await type('person-name', '林会计');
    await type('person-password', 'geheim-2026');
    await waitFor(() => expect(book.drafts.get('person-new')).toContain('林会计'));
    expect(book.drafts.get('person-new')).not.toContain('geheim');
  });
});
