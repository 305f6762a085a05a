/** A picker under an input method: letters being composed search nothing, and its keys stay the input method's. */
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import Picker from './Picker.svelte';

it('searches for the hanzi, not for the letters they are composed of', async () => {
  const find = vi.fn((_query: string) => [{ id: '1', text: '宁波青禾' }]);
  render(Picker, { value: null, find, label: 'Customer' });
  const input = document.querySelector('input')!;
  input.value = 'qinghe';
  await fireEvent(input, new InputEvent('input', { isComposing: true }));
  expect(find).not.toHaveBeenCalled();
  const arrow = new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, cancelable: true, bubbles: true });
  await fireEvent(input, arrow);
  expect(arrow.defaultPrevented).toBe(false);
  input.value = '青禾';
  await fireEvent.compositionEnd(input);
  await waitFor(() => expect(find).toHaveBeenCalledWith('青禾'));
  await waitFor(() => expect(document.querySelector('[role="option"]')?.textContent).toContain('宁波青禾'));
});
