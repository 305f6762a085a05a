/** The story of a sample: its words exist in both languages, and only what happened since it began ticks a step. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import stories from '../../../../assets/sample/stories.json';
import { doneBy, kindOf, type StoryStep } from './story.svelte';

const KINDS = Object.keys(stories) as (keyof typeof stories)[];
const words = ['zh-CN', 'en'].map((language) => readFileSync(`../assets/messages/${language}/samples.ftl`, 'utf8'));

describe('the story of a sample', () => {
  it.each(KINDS)('%s has six to eight steps, each worded in both languages', (kind) => {
    const steps: StoryStep[] = stories[kind];
    expect(steps.length).toBeGreaterThanOrEqual(6);
    expect(steps.length).toBeLessThanOrEqual(8);
    for (const step of steps) {
      for (const text of words) {
        expect(text).toContain(`\nstory-${kind}-${step.id} =`);
        expect(text).toContain(`\nstory-${kind}-${step.id}-how =`);
      }
    }
  });

  it('is ticked by the log: the right action, the right customer, after it began', () => {
    const steps: StoryStep[] = [
      { id: 'half', go: 'customer', keys: [], action: 'receive_money', customer: 'C0001' },
      { id: 'draft', go: 'entries', keys: [], action: 'post_entry' },
    ];
    const uidOf = (code: string) => (code === 'C0001' ? 'uid-1' : undefined);
    const log = [
      { number: 12, action: 'receive_money', content: '{"customer":"uid-2"}' },
      { number: 11, action: 'post_entry', content: '{}' },
      { number: 5, action: 'receive_money', content: '{"customer":"uid-1"}' },
    ];
    expect(doneBy(steps, log, 10, uidOf)).toEqual(['draft']);
    expect(doneBy(steps, [{ number: 13, action: 'receive_money', content: '{"customer":"uid-1"}' }, ...log], 10, uidOf)).toEqual(['half', 'draft']);
  });

  it('knows its company by the name of the file', () => {
    expect(kindOf('services-en-2.kontor')).toBe('services');
    expect(kindOf('海砚.kontor')).toBe(null);
  });
});
