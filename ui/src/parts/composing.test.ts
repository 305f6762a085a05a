/** An Enter that ends the typing of hanzi is not a command, whichever way the web view reports it. */
import { describe, expect, it } from 'vitest';
import { isComposing, isEnter } from './composing';

const press = (key: string, more: { isComposing?: boolean; keyCode?: number } = {}): KeyboardEvent =>
  Object.defineProperties(new KeyboardEvent('keydown', { key, isComposing: more.isComposing ?? false }), {
    keyCode: { value: more.keyCode ?? (key === 'Enter' ? 13 : 65) },
  });

describe('composing', () => {
  it('is a command when nothing is being composed', () => {
    expect(isEnter(press('Enter'))).toBe(true);
    expect(isEnter(press('a'))).toBe(false);
  });
  it('is no command while the input method says it composes', () => {
    expect(isComposing(press('Enter', { isComposing: true }))).toBe(true);
    expect(isEnter(press('Enter', { isComposing: true }))).toBe(false);
  });
  it('is no command in WebKit, which ends a composition with keyCode 229 and isComposing false', () => {
    expect(isComposing(press('Enter', { keyCode: 229 }))).toBe(true);
    expect(isEnter(press('Enter', { keyCode: 229 }))).toBe(false);
  });
});
