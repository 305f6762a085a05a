/** Amounts, days and amounts in words as they stand on the screen. */
import { beforeEach, describe, expect, it } from 'vitest';
import { decimalOf, minus, readAmount, roundUnits, sum, times, unitsOf } from './amount';
import { isUnfinished } from './expression';
import { addDays, periodLabel, readDay } from './dates';
import { money, moneyOrNothing, percent, quantity } from './numbers';
import { words } from './words.svelte';

beforeEach(() => words.speak('zh-CN'));

describe('money', () => {
  it('has separators, two decimals and a true minus', () => {
    expect(money('1234.5')).toBe('1,234.50');
    expect(money('-38912.46')).toBe('\u221238,912.46');
    expect(money('0')).toBe('0.00');
    expect(money('-0.00')).toBe('0.00');
    expect(money('1000000000000000.01')).toBe('1,000,000,000,000,000.01');
    expect(money('')).toBe('');
    expect(money(null)).toBe('');
  });
  it('never cuts a decimal it was given', () => {
    expect(money('1.005')).toBe('1.005');
    expect(money('1.5000')).toBe('1.50');
  });
  it('leaves the place of a zero empty in a statement', () => {
    expect(moneyOrNothing('0.00')).toBe('');
    expect(moneyOrNothing('0.01')).toBe('0.01');
  });
  it('shows quantities and rates as they are', () => {
    expect(quantity('2400.000000')).toBe('2,400');
    expect(quantity('1.25')).toBe('1.25');
    expect(percent('0.01')).toBe('1%');
    expect(percent('0.13')).toBe('13%');
    expect(percent('0.015')).toBe('1.5%');
    expect(percent('0')).toBe('0%');
    expect(percent('1')).toBe('100%');
  });
});

describe('adding up', () => {
  it('is exact where floats are not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.30');
    expect(minus('100000000000000.00', '0.01')).toBe('99999999999999.99');
    expect(sum(['-1.00', '1.00'])).toBe('0.00');
  });
  it('rounds a line once, half away from zero', () => {
    expect(times('3', '0.335')).toBe('1.01');
    expect(times('12', '68.00')).toBe('816.00');
    expect(decimalOf(roundUnits(unitsOf('-0.005') ?? 0n))).toBe('-0.01');
  });
  it('understands what people type', () => {
    expect(readAmount('１，２３４。５')).toBe('1234.5');
    expect(readAmount('¥1,000')).toBe('1000');
    expect(readAmount('−20')).toBe('-20');
    expect(readAmount('')).toBe('');
    expect(readAmount('12a')).toBeNull();
    expect(readAmount('1.2.3')).toBeNull();
  });
});

describe('an amount as it is typed', () => {
  it.each([
    ['1200*1.13', '1356'],
    ['(100+20)/3', '40'],
    ['100/3', '33.33'],
    ['200/3', '66.67'],
    ['-200/3', '-66.67'],
    ['0.005*1', '0.01'],
    ['1.2万', '12000'],
    ['3千', '3000'],
    ['5k', '5000'],
    ['1亿', '100000000'],
    ['2千万', '20000000'],
    ['3万5千', '35000'],
    ['1.5万+300', '15300'],
    ['￥1,234.50', '1234.5'],
    ['1,234.50元', '1234.5'],
    ['CNY 88', '88'],
    ['１２００＊１．１３', '1356'],
    ['（100＋20）÷3', '40'],
    ['1200×3', '3600'],
    ['2--3', '5'],
    ['1200*13%', '156'],
    ['(1,234.50)', '-1234.5'],
    ['=12+3', '15'],
    ['12.', '12'],
    ['.5', '0.5'],
    ['1.005', '1.005'],
    ['1,0000', '10000'],
  ])('reads %s', (typed, amount) => expect(readAmount(typed)).toBe(amount));
  it.each(['1,5', '1.2.3', '12a', '1+', '(1', '1)', '5/0', '万', '1千2万', '1万2', 'alert(1)', '1e5', '--', '9'.repeat(90)])('refuses %s', (typed) =>
    expect(readAmount(typed)).toBeNull());
  it('rounds what was worked out to the places of a quantity', () => expect(readAmount('10/3', 6)).toBe('3.333333'));
  it('is exact where a float is not', () => {
    expect(readAmount('0.1+0.2')).toBe('0.3');
    expect(readAmount('90071992547409.93*1')).toBe('90071992547409.93');
    expect(readAmount('1.005*100')).toBe('100.5');
  });
  it('waits for the rest of a sum', () => {
    expect(isUnfinished('1200*')).toBe(true);
    expect(isUnfinished('(100+20')).toBe(true);
    expect(isUnfinished('12a')).toBe(false);
  });
});

describe('days', () => {
  it.each([
    ['30', '2026-04-30'],
    ['4-3', '2026-04-03'],
    ['0415', '2026-04-15'],
    ['20260102', '2026-01-02'],
    ['2026年4月30日', '2026-04-30'],
    ['26.4.1', '2026-04-01'],
    ['5', '2026-04-05'],
    ['0305', '2026-03-05'],
    ['-1', '2026-04-09'],
    ['+7', '2026-04-17'],
    ['−10', '2026-03-31'],
    ['５', '2026-04-05'],
    ['5号', '2026-04-05'],
  ])('reads %s', (typed, day) => expect(readDay(typed, '2026-04-10')).toBe(day));
  it('refuses what is no day', () => {
    expect(readDay('2026-02-30', '2026-04-10')).toBeNull();
    expect(readDay('abc', '2026-04-10')).toBeNull();
    expect(readDay('', '2026-04-10')).toBeNull();
  });
  it('moves over the end of a month', () => expect(addDays('2026-02-28', 1)).toBe('2026-03-01'));
  it('names a month in both languages', () => {
    expect(periodLabel('2026-04')).toBe('2026年4月');
    words.speak('en');
    expect(periodLabel('2026-04')).toBe('April 2026');
  });
});
