/** When somebody is asked, what is counted, and what a file of feedback holds. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedbackRow } from '../../api/wire';
import { words } from '../../words/words.svelte';
import { feedbackText } from './as-text';
import { askNever, isSurveyDue, quarterOf, surveyAsked, surveyOf, takeSurveyNotice } from './surveys';
import { areCounted, countUse, handOver, setCounted } from './use-counts';

describe('a survey', () => {
  it('waits a week, is told of once a quarter and taken up once', () => {
    expect(isSurveyDue('2026-04-01')).toBe(false);
    expect(isSurveyDue('2026-04-07')).toBe(false);
    expect(isSurveyDue('2026-04-08')).toBe(true);
    expect(takeSurveyNotice('2026-04-08')).toBe(true);
    expect(takeSurveyNotice('2026-04-09')).toBe(false);
    expect(isSurveyDue('2026-04-09')).toBe(true);
    surveyAsked('2026-04-09');
    expect(isSurveyDue('2026-06-30')).toBe(false);
    expect(takeSurveyNotice('2026-07-01')).toBe(true);
  });
  it('is never asked of whoever refused for ever', () => {
    isSurveyDue('2026-01-01');
    askNever(true);
    expect(isSurveyDue('2027-01-01')).toBe(false);
    askNever(false);
    expect(isSurveyDue('2027-01-01')).toBe(true);
  });
  it('takes turns and has one or two questions with words in both languages', () => {
    expect(quarterOf('2026-11-24')).toBe('2026-Q4');
    expect(surveyOf('2026-01-01').id).not.toBe(surveyOf('2026-04-01').id);
    for (const day of ['2026-01-01', '2026-04-01']) {
      const { questions } = surveyOf(day);
      expect(questions.length).toBeGreaterThan(0);
      expect(questions.length).toBeLessThan(3);
      for (const language of ['zh-CN', 'en'] as const) {
        words.speak(language);
        for (const question of questions) expect(words.has(`survey-${question.id}`), question.id).toBe(true);
      }
    }
  });
});

describe('counts of use', () => {
  const sent: unknown[] = [];
  beforeEach(() => {
    sent.length = 0;
    vi.stubGlobal('fetch', async (_: string, init: { body: string }) => {
      sent.push(JSON.parse(init.body));
      return { ok: true, json: async () => null };
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are off until somebody turns them on', async () => {
    expect(areCounted()).toBe(false);
    countUse('sales');
    await handOver();
    expect(sent).toEqual([]);
    setCounted(true);
    countUse('sales');
    countUse('sales');
    countUse('do-record_sale');
    await handOver();
    expect(sent).toEqual([{ desk: 'count_use', counts: { sales: 2, 'do-record_sale': 1 } }]);
    setCounted(false);
  });
});

describe('a file of feedback', () => {
  it('holds what was said and no name', () => {
    words.speak('en');
    const row: FeedbackRow = { operation: 7, at: '2026-04-30T09:30:00Z', person: 'Zhou', kind: 'wish', subject: null, words: 'one\ntwo', feeling: 4 };
    expect(feedbackText([row, { ...row, kind: 'survey', subject: 'ease', words: '', feeling: 1 }])).toBe(
      '2026-04-30  Wish  4/5 good\n  one\n  two\n\n2026-04-30  How easy is your daily work with Kontor?  1/5 bad',
    );
  });
});
