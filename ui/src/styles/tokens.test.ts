/** Every ink can be read on every ground it stands on, every field and focus ring seen, in all four themes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').replace(/\/\*.*?\*\//gs, '');

function rolesOf(selector: string): Record<string, string> {
  const body = CSS.slice(CSS.indexOf(`${selector} {`)).split('{')[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

const light = rolesOf('[data-theme="light"]');
const dark = rolesOf('[data-theme="dark"]');
const THEMES = {
  light,
  dark,
  'light, more contrast': { ...light, ...rolesOf('[data-theme="light"][data-contrast="more"]') },
  'dark, more contrast': { ...dark, ...rolesOf('[data-theme="dark"][data-contrast="more"]') },
};

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'raised', 'wash', 'pick'];
const INKS: [ink: string, grounds: string[]][] = [
  ['ink', [...GROUNDS, 'warn-wash', 'red-wash', 'good-wash']],
  ['ink-2', GROUNDS],
  ['ink-3', GROUNDS],
  ['red-ink', [...GROUNDS, 'red-wash']],
  ['good', [...GROUNDS, 'good-wash']],
  ['warn', [...GROUNDS, 'warn-wash']],
  ['ink-inverse', ['ink', 'ink-2']],
  ['on-seal', ['seal', 'seal-press']],
];
const MARKS: [mark: string, grounds: string[]][] = [
  ['focus', GROUNDS],
  ['line-field', ['paper', 'sheet', 'raised', 'wash']],
  ['rule', ['paper', 'sheet', 'raised']],
  ['series-1', ['sheet', 'raised']],
  ['series-2', ['sheet', 'raised']],
];

function tooFaint(roles: Record<string, string>, pairs: typeof INKS, least: number): string[] {
  return pairs.flatMap(([ink, grounds]) =>
    grounds
      .map((ground) => ({ ground, reached: contrast(roles[ink] ?? '', roles[ground] ?? '') }))
      .filter(({ reached }) => !(reached >= least))
      .map(({ ground, reached }) => `${ink} on ${ground}: ${reached.toFixed(2)}`),
  );
}

describe.each(Object.entries(THEMES))('%s', (name, roles) => {
  it('has every role', () => expect(Object.keys(roles).sort()).toEqual(Object.keys(light).sort()));
  it('can be read', () => expect(tooFaint(roles, INKS, name.includes('more') ? 7 : 4.5)).toEqual([]));
  it('shows fields, focus and figures', () => expect(tooFaint(roles, MARKS, 3)).toEqual([]));
});

it('measures as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
