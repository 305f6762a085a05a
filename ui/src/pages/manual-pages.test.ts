/** Every screen has its page of the manual, and the page is there in both languages. */
import { describe, expect, it } from 'vitest';
import { pageNames } from '../features/manual/library';
import { manualPageFor, pagesOfScreens } from './manual-pages';
import { HOUSES } from './places';

describe('the manual of a screen', () => {
  it('is a page that exists', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const names = pageNames(language);
      expect(pagesOfScreens().filter((page) => !names.includes(page))).toEqual([]);
    }
  });
  it('is known for every place of the navigation', () => {
    for (const house of HOUSES) for (const place of house.places) expect(pageNames('en'), place.id).toContain(manualPageFor(place.to));
  });
  it('is the first steps where no book is open', () => {
    expect(manualPageFor(null)).toBe('first-steps');
    expect(manualPageFor({ page: 'statement', name: 'trial-balance' })).toBe('statements');
  });
});
