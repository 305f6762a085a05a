/** Charts: the digits on their axes, what the keys read, and the table that says the same. */
import { fireEvent, render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { inUnit, unitFor } from '../../words/short';
import { words } from '../../words/words.svelte';
import Ages from './Ages.svelte';
import { amountScale, ticksOf } from './axis';
import Bars from './Bars.svelte';
import Bridge from './Bridge.svelte';
import StepArea from './StepArea.svelte';

beforeEach(() => words.speak('zh-CN'));

describe('short amounts', () => {
  it('are counted in 万 in Chinese and in k in English', () => {
    expect(inUnit('744748.85', unitFor(744748))).toBe('74.5');
    expect(inUnit('-51337.65', unitFor(744748))).toBe('\u22125.1');
    words.speak('en');
    expect(inUnit('744748.85', unitFor(744748))).toBe('745');
    expect(inUnit('-51337.65', unitFor(744748))).toBe('\u221251');
  });

  it('keep small amounts whole and never show minus nothing', () => {
    expect(inUnit('950.40', unitFor(950))).toBe('950');
    expect(inUnit('-3.00', unitFor(744748))).toBe('0.0');
  });
});

describe('an axis', () => {
  it('begins and ends on round numbers and holds zero', () => {
    const scale = amountScale(['120000.00', '744748.85'], [100, 0]);
    expect(scale.domain()).toEqual([0, 800000]);
    expect(ticksOf(scale, 4).map((tick) => tick.text)).toEqual(['0', '20 万', '40 万', '60 万', '80 万']);
    words.speak('en');
    expect(ticksOf(scale, 4).map((tick) => tick.text)).toEqual(['0', '200k', '400k', '600k', '800k']);
  });

  it('stands also where there is nothing', () => {
    expect(amountScale([], [100, 0]).domain()).toEqual([0, 1]);
  });
});

const weeks = ['100.00', '-20.00', '60.00'].map((left, at) => ({ name: `5/${at + 4}`, inflow: '0.00', outflow: '10.00', left, low: '-30.00', high: '120.00' }));
const step = { title: '资金', sentence: '首个缺口', start: { name: '现在', left: '110.00' }, steps: weeks, pointed: 1, test: 'chart-x' };

describe('a chart', () => {
  it('names itself with its title and its sentence and has its figures as a table', () => {
    const { container, getByRole } = render(StepArea, step);
    expect(getByRole('img').getAttribute('aria-label')).toBe('资金：首个缺口');
    const cells = [...container.querySelectorAll('tbody tr')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(cells).toHaveLength(4);
    expect(cells[2]).toContain('\u221220.00');
  });

  it('reads its points with the arrows', async () => {
    const { container } = render(StepArea, step);
    const room = container.querySelector<HTMLElement>('.room')!;
    await fireEvent.keyDown(room, { key: 'ArrowRight' });
    await fireEvent.keyDown(room, { key: 'ArrowRight' });
    expect(container.querySelector('.read')?.textContent).toContain('5/4：');
    await fireEvent.keyDown(room, { key: 'End' });
    expect(container.querySelector('.read')?.textContent).toContain('余额 60.00');
  });

  it('turns into its table', async () => {
    const { container } = render(StepArea, step);
    await fireEvent.click(container.querySelector('[data-test="chart-x-table"]')!);
    expect(container.querySelector('svg')).toBeNull();
    expect(container.querySelector('table')?.classList.contains('away')).toBe(false);
  });

  it('bridges exactly from one figure to the next', () => {
    const { container } = render(Bridge, {
      title: '利润变动', sentence: '多了', test: 'b',
      before: { name: '3月', amount: '0.10' }, after: { name: '4月', amount: '0.40' },
      parts: [{ name: '收入', change: '0.50' }, { name: '成本', change: '-0.20' }],
    });
    const levels = [...container.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
    expect(levels).toEqual([['0.10', '0.10'], ['+0.50', '0.60'], ['\u22120.20', '0.40'], ['0.40', '0.40']]);
  });

  it('says what is missing instead of drawing it', () => {
    const { container } = render(Bars, { title: '各月', sentence: '今年', pairs: [{ name: '1月', now: '5.00', before: null }], names: ['月', '2026', '2025'], test: 's' });
    expect(container.querySelectorAll('.leg')).toHaveLength(1);
    render(Ages, { title: '账龄', sentence: '无', bars: [{ name: '未到期', amount: '0.00', count: 0 }], test: 'a' });
    expect(document.querySelector('[data-test="a"] tbody')?.textContent).toContain('0.00');
  });
});
