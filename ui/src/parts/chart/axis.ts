/** The arithmetic of charts: round numbers and paths by d3, the marks are ours. A float here measures the drawing and nothing else. */
import { nice, ticks } from 'd3-array';
import { area, curveStepAfter, line } from 'd3-shape';
import { inUnit, unitFor, type ShortUnit } from '../../words/short';
import { say } from '../../words/words.svelte';

/** How far a decimal text reaches on the drawing. */
export const lengthOf = (decimal: string): number => Number(decimal);

// Not d3-scale: it brings d3-color, which writes to what the shell's frozen prototypes forbid.
/** Where an amount stands on the drawing. */
export interface Scale {
  (value: number): number;
  domain(): [number, number];
  ticks(count: number): number[];
}

/** A scale of amounts that begins and ends on round numbers and always holds zero. */
export function amountScale(values: string[], [from, to]: [number, number]): Scale {
  const lengths = values.map(lengthOf);
  const [low, high] = [Math.min(0, ...lengths), Math.max(0, ...lengths)];
  const [first, last] = low === high ? [0, 1] : nice(low, high, 4);
  return Object.assign((value: number) => from + ((value - first) / (last - first)) * (to - from), {
    domain: (): [number, number] => [first, last],
    ticks: (count: number) => ticks(first, last, count),
  });
}

/** Where the band of a name begins, and how wide each is. */
export interface Bands {
  (name: string): number | undefined;
  bandwidth(): number;
  step(): number;
}

/** Bands of one width side by side; `padding` is the share of a step between them, half of it at each end. */
export function bandScale(names: string[], [from, to]: [number, number], padding: number): Bands {
  const step = (to - from) / Math.max(1, names.length);
  const places = new Map(names.map((name, at) => [name, from + step * (at + padding / 2)]));
  return Object.assign((name: string) => places.get(name), { bandwidth: () => step * (1 - padding), step: () => step });
}

export interface Tick {
  at: number;
  text: string;
}

/** A few round numbers along a scale, in the unit of the largest. */
export function ticksOf(scale: Scale, count: number): Tick[] {
  const unit = unitOf(scale);
  return scale.ticks(count).map((value) => ({ at: scale(value), text: tickText(value, unit) }));
}

export const unitOf = (scale: Scale): ShortUnit =>
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
