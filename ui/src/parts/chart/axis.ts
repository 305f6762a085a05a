/** The arithmetic of charts: scales and paths by d3, the marks are ours. A float here measures the drawing and nothing else. */
import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { inUnit, unitFor, type ShortUnit } from '../../words/short';
import { say } from '../../words/words.svelte';

/** How far a decimal text reaches on the drawing. */
export const lengthOf = (decimal: string): number => Number(decimal);

/** A scale of amounts that begins and ends on round numbers and always holds zero. */
export function amountScale(values: string[], range: [number, number]): ScaleLinear<number, number> {
  const lengths = values.map(lengthOf);
  const [low, high] = [Math.min(0, ...lengths), Math.max(0, ...lengths)];
  return scaleLinear().domain(low === high ? [0, 1] : [low, high]).nice(4).range(range);
}

export const bandScale = (names: string[], range: [number, number], padding: number): ScaleBand<string> =>
  scaleBand<string>().domain(names).range(range).paddingInner(padding).paddingOuter(padding / 2);

export interface Tick {
  at: number;
  text: string;
}

/** A few round numbers along a scale, in the unit of the largest. */
export function ticksOf(scale: ScaleLinear<number, number>, count: number): Tick[] {
  const unit = unitOf(scale);
  return scale.ticks(count).map((value) => ({ at: scale(value), text: tickText(value, unit) }));
}

export const unitOf = (scale: ScaleLinear<number, number>): ShortUnit =>
  unitFor(Math.max(...scale.domain().map(Math.abs)));

function tickText(value: number, unit: ShortUnit): string {
  if (value === 0) return '0';
  const places = Math.max(0, unit.power - Math.floor(Math.log10(Math.abs(value)) + 1e-9));
  const number = inUnit(String(value), { ...unit, places: Math.min(2, places) });
  return say(`chart-unit-${unit.id}`, { number });
}

export interface Step {
  x: number;
  low: number;
  middle: number;
  high: number;
}

/** A line that goes level through each step and then straight up or down. */
export const stepLine = (steps: Step[]): string =>
  line<Step>((step) => step.x, (step) => step.middle).curve(curveStepAfter)(steps) ?? '';

export const stepBand = (steps: Step[]): string =>
  area<Step>((step) => step.x, (step) => step.low, (step) => step.high).curve(curveStepAfter)(steps) ?? '';
