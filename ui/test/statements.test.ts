/** Statements over the make-believe book: other columns by key, what was known then, and the check of a print. */
import { configure, waitFor, fireEvent } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { find, openWindow as open, press } from './open-window';

configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllGlobals());

async function reports() {
  const door = open();
  const asked: Record<string, unknown>[] = [];
  const carry = door.carry.bind(door);
  door.carry = async (name: string, request: Record<string, unknown>) => {
    asked.push(request);
    return carry(name, request);
  };
  await find('sale-list');
  await press('4', { ctrlKey: true });
  await find('statement');
  const last = (ask: string) => asked.findLast((request) => request.ask === ask);
  return { last };
}

it('asks for the next columns by key, and for those of the form again', async () => {
  const { last } = await reports();
  await press('c');
  await waitFor(() => expect(last('get_statement')).toMatchObject({ columns: 'comparative' }));
  for (let times = 0; times < 6; times += 1) await press('c');
  await waitFor(() => expect(last('get_statement')?.columns).toBeUndefined());
});

it('shows then beside now from an operation on, and says so', async () => {
  const { last } = await reports();
  await press('o');
  await fireEvent.input(await find('known-at-operation'), { target: { value: '12' } });
  await press('Enter', { ctrlKey: true });
  await waitFor(() => expect(last('get_statement')).toMatchObject({ columns: 'then-now', known_at: 12 }));
  expect((await find('statement-known-at')).textContent).toContain('12');
});

it('checks the code of a print and tells what changed since', async () => {
  const { last } = await reports();
  await press('v');
  await fireEvent.input(await find('check-print-code'), { target: { value: 'BS-20260401-20260430-F0-12-7K3MQ9TZAB' } });
  await press('Enter', { ctrlKey: true });
  const answer = await find('check-print-answer');
  expect(last('check_print')).toMatchObject({ code: 'BS-20260401-20260430-F0-12-7K3MQ9TZAB' });
  expect(answer.dataset.fits).toBe('true');
  expect(answer.textContent).toContain('货币资金');
  expect(document.querySelectorAll('[data-test="check-print-entry"]').length).toBe(2);
});
