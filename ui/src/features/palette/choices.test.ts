/** What fits what was typed: both languages at once, pinyin initials, and the better before the worse. */
import { describe, expect, it } from 'vitest';
import { spelledAt } from '../../words/initials';
import { actionsOnly, fitOf, ranked, withoutMark, type Spelling } from './choices';

const sale: Spelling = { texts: ['开销售单', 'record a sale', '新销售单', 'New sale'], initials: ['k x s d', 'x x s d'] };
const bank: Spelling = { texts: ['银行存款', 'Bank deposits'], initials: ['y xh c k'] };
const sales: Spelling = { texts: ['销售单', 'Sales'], initials: ['x s d'] };

describe('what is typed', () => {
  it('finds a name in the other language, by a word inside it and by initials', () => {
    for (const typed of ['sale', 'Record', 'new sale', '销售', '开销', 'kxsd', 'KX', 'xsd', 'rec sal']) expect(fitOf(sale, typed), typed).not.toBeNull();
    for (const typed of ['xyz', '收款', 'sk', 'sale new list']) expect(fitOf(sale, typed), typed).toBeNull();
  });
  it('takes every reading of a hanzi', () => {
    expect(fitOf(bank, 'yh')).toBe(1);
    expect(fitOf(bank, 'yx')).toBe(1);
    expect(fitOf(bank, 'yhck')).toBe(0);
    expect(fitOf(bank, 'ck')).toBe(3);
  });
  it('puts the whole name first, then beginnings, words, and what merely holds it', () => {
    expect(ranked([sale, sales, bank], (one) => one, 'sales').map(({ one }) => one)).toEqual([sales]);
    expect(ranked([sale, sales], (one) => one, 'xsd').map(({ fit }) => fit)).toEqual([0, 3]);
    expect(ranked([bank, sale, sales], (one) => one, 'sale').map(({ one }) => one)).toEqual([sales, sale]);
  });
  it('asks for actions only after a mark, however wide it is', () => {
    expect(actionsOnly('> close')).toBe(true);
    expect(actionsOnly('》结账')).toBe(true);
    expect(actionsOnly('a > b')).toBe(false);
    expect(withoutMark(' ＞ 结账 ')).toBe('结账');
  });
});

describe('initials', () => {
  it('say where they begin', () => {
    expect(spelledAt('y xh c k', 'yh')).toBe(0);
    expect(spelledAt('y xh c k', 'ck')).toBe(2);
    expect(spelledAt('y xh c k', 'kc')).toBe(-1);
    expect(spelledAt('', 'a')).toBe(-1);
    expect(spelledAt('y h', '')).toBe(-1);
  });
});
