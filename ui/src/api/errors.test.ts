/** Every code of the core has a remedy and a sentence, and every remedy that is a button has its words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../words/words.svelte';
import { asFault, asRefusal, Refusal, REMEDIES, remedyOf } from './errors';

const CODES = [...readFileSync(join(import.meta.dirname, 'generated/Code.ts'), 'utf8').matchAll(/"([a-z_]+)"/g)].map(([, code]) => code ?? '');
const IN_PLACE = ['mend', 'read'];

describe('a refusal', () => {
  it('has a remedy for each code the core knows, and for no other', () => {
    expect(CODES.length).toBeGreaterThan(80);
    expect(Object.keys(REMEDIES).sort()).toEqual([...CODES].sort());
  });
  it('has a sentence and the words of its button in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      words.speak(language);
      const without = CODES.filter((code) => !words.has(`error-${code.replaceAll('_', '-')}`));
      expect(without).toEqual([]);
      const buttons = [...new Set(Object.values(REMEDIES))].filter((remedy) => !IN_PLACE.includes(remedy));
      expect(buttons.filter((remedy) => !words.has(`remedy-${remedy}`))).toEqual([]);
    }
  });
  it('is a fault to be reported when the program is to blame, whatever its code', () => {
    expect(remedyOf({ kind: 'bug', code: 'never_heard_of' })).toBe('report');
    expect(remedyOf({ kind: 'trouble', code: 'never_heard_of' })).toBe('again');
    expect(asRefusal(new TypeError('failed to fetch')).remedy).toBe('report');
  });
  it('names its field', () => {
    const refusal = new Refusal({ kind: 'rejected', code: 'name_missing', details: { field: 'name' } });
    expect([refusal.field, refusal.remedy]).toEqual(['name', 'mend']);
  });
});

describe('an exception of the page', () => {
  it('becomes a fault that says where, without the address of the page', () => {
    const error = new RangeError('out of range');
    error.stack = 'RangeError: out of range\n    at show (http://127.0.0.1:4555/assets/index-1a2b.js:10:4)';
    const fault = asFault(error);
    expect([fault.kind, fault.code, fault.details.what]).toEqual(['bug', 'page_fault', 'RangeError: out of range']);
    expect(fault.details.at).toBe('at show (assets/index-1a2b.js:10:4)');
  });
  it('stays the refusal it was when nobody caught one', () => {
    expect(asFault({ kind: 'trouble', code: 'disk_full', details: {} }).code).toBe('disk_full');
  });
});
