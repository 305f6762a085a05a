/** An amount field: what it hands on is what it shows, or nothing. */
import { fireEvent, render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../words/words.svelte';
import MoneyInput from './MoneyInput.svelte';

beforeEach(() => words.speak('en'));

function open(more: object = {}) {
  const given: string[] = [];
  render(MoneyInput, { value: '', label: 'Amount', test: 'amount', onchange: (value: string) => given.push(value), ...more });
  const input = document.querySelector<HTMLInputElement>('input')!;
  const type = (text: string) => fireEvent.input(input, { target: { value: text } });
  return { input, given, type };
}

describe('an amount field', () => {
  it('works a sum out while it is typed and shows the result when it is left', async () => {
    const { input, given, type } = open();
    await fireEvent.focus(input);
    await type('1200*1.13');
    expect(given.at(-1)).toBe('1356');
    expect(document.querySelector('.typed')?.textContent).toBe('= 1,356.00');
    await fireEvent.blur(input);
    expect(input.value).toBe('1,356.00');
    expect(document.querySelector('.typed')).toBeNull();
  });

  it('hands on nothing while what stands there cannot be read, and says so when it is left', async () => {
    const { input, given, type } = open();
    await fireEvent.focus(input);
    await type('12');
    await type('12*');
    expect(given.at(-1)).toBe('');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    await fireEvent.blur(input);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.value).toBe('12*');
    await fireEvent.focus(input);
    expect(input.value).toBe('12*');
  });

  it('waits for the hanzi of a unit to be composed', async () => {
    const { input, given } = open();
    await fireEvent.focus(input);
    input.value = '1.2wan';
    await fireEvent(input, new InputEvent('input', { isComposing: true }));
    expect(input.getAttribute('aria-invalid')).toBe(null);
    expect(given).toEqual([]);
    input.value = '1.2万';
    await fireEvent.compositionEnd(input);
    expect(given).toEqual(['12000']);
  });

  it('keeps a quantity to six places', async () => {
    const { input, given, type } = open({ isQuantity: true });
    await fireEvent.focus(input);
    await type('10/3');
    expect(given.at(-1)).toBe('3.333333');
  });
});
