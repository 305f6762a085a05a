/** The manual: pages found and ordered, words found in both languages, and nothing of a page that could run. */
import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Prose from '../../parts/Prose.svelte';
import { anchorOf, readProse, targetOf } from '../../parts/prose';
import { pageNames, readManual } from './library';
import { Reading } from './reading.svelte';
import { findIn, piecesOf, sectionsOf, wordsOf } from './search';

const shelf = async () => sectionsOf([...(await readManual('zh-CN')), ...(await readManual('en'))]);

describe('the pages', () => {
  it('are the same in both languages, the first page first, its links in their order', async () => {
    expect(pageNames('zh-CN').sort()).toEqual(pageNames('en').sort());
    const names = (await readManual('en')).map((page) => page.name);
    expect(names[0]).toBe('index');
    expect(names.indexOf('books')).toBeLessThan(names.indexOf('sales'));
    expect(names.indexOf('sales')).toBeLessThan(names.indexOf('receipts'));
    expect(new Set(names).size).toBe(names.length);
  });
  it('have a title each', async () => {
    for (const page of [...(await readManual('zh-CN')), ...(await readManual('en'))]) expect(page.prose.title, page.name).not.toBe('');
  });
});

describe('a text', () => {
  const draw = (text: string) => render(Prose, { text }).container;

  it('shows HTML as it is written and makes nothing of it', () => {
    const box = draw('# T\n\nA <img src=x onerror=alert(1)> b\n\n<script>alert(2)</script>\n\n<b>bold</b>');
    expect(box.querySelector('img, script, b, iframe')).toBeNull();
    expect(box.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(box.textContent).toContain('<script>alert(2)</script>');
  });
  it('has no link that leaves the window', () => {
    const box = draw('[one](//example.org) [two](javascript:alert(1)) [three](data:text/html,x) [four](books.md#people)');
    expect(box.querySelector('a, [href], [src]')).toBeNull();
    expect([...box.querySelectorAll('button.link')].map((link) => link.textContent)).toEqual(['four']);
  });
  it('draws tables with amounts at the right, lists and code that can be copied', () => {
    const box = draw('| a | b |\n|---|---:|\n| x | 1.00 |\n\n1. one\n2. two\n\n```\nkontor help\n```');
    expect(box.querySelector('td.n')?.textContent).toBe('1.00');
    expect(box.querySelectorAll('ol > li')).toHaveLength(2);
    expect(box.querySelector('pre')?.textContent).toBe('kontor help');
    expect(box.querySelector('[data-test="prose-copy"]')).not.toBeNull();
  });
  it('names its headings as links name them', () => {
    expect(anchorOf('期初余额 opening')).toBe('期初余额-opening');
    expect(readProse('# T\n\n## A\n\n## A').headings.map((heading) => heading.anchor)).toEqual(['t', 'a', 'a-1']);
    expect(targetOf('books.md#people')).toEqual({ page: 'books', anchor: 'people' });
    expect(targetOf('#people')).toEqual({ page: null, anchor: 'people' });
    expect(targetOf('../secret.md')).toEqual({ outside: '../secret.md' });
  });
});

describe('the search', () => {
  it('finds a Chinese word of two characters and marks it', async () => {
    const hits = findIn(await shelf(), '冲销', 'zh-CN');
    expect(hits.length).toBeGreaterThan(2);
    expect(hits[0]?.section).toMatchObject({ language: 'zh-CN', heading: '冲销' });
    expect(hits.every((hit) => hit.section.text.includes('冲销') || hit.section.heading.includes('冲销') || hit.section.title.includes('冲销'))).toBe(true);
    const sales = hits.find((hit) => hit.section.page === 'entries' && hit.snippet.some((piece) => piece.isHit));
    expect(sales?.snippet.find((piece) => piece.isHit)?.text).toBe('冲销');
  });
  it('takes a run of hanzi apart when it stands nowhere as a whole', () => {
    const section = (text: string) => ({ language: 'zh-CN' as const, page: 'p', title: '题', heading: '', anchor: null, text });
    const sections = [section('忘了密码，用恢复单。'), section('恢复备份，重设密码：复密')];
    expect(findIn(sections, '恢复密码', 'zh-CN').map((hit) => hit.section)).toEqual([sections[1]]);
    expect(wordsOf('恢复单 sheet')).toEqual(['恢复单', 'sheet']);
  });
  it('answers from the first letters on, the language of the reader first', async () => {
    const hits = findIn(await shelf(), 'recov', 'en');
    expect(hits[0]?.section.language).toBe('en');
    const both = findIn(await shelf(), 'kontor', 'en', 200).map((hit) => hit.section.language);
    expect(both.indexOf('zh-CN')).toBeGreaterThan(0);
    expect(both.lastIndexOf('en')).toBeLessThan(both.indexOf('zh-CN'));
  });
  it('takes signs of a query as text', async () => {
    expect(findIn(await shelf(), '(.*', 'en')).toEqual([]);
    expect(piecesOf('a+b', ['+'])).toEqual([
      { text: 'a', isHit: false },
      { text: '+', isHit: true },
      { text: 'b', isHit: false },
    ]);
    expect(findIn(await shelf(), '   ', 'en')).toEqual([]);
  });
});

describe('the way through the manual', () => {
  it('goes back and on, and forgets what lay ahead', () => {
    const reading = new Reading('sales');
    reading.go('receipts');
    reading.go('entries', 'closing');
    reading.back();
    expect(reading.spot.page).toBe('receipts');
    reading.on();
    expect(reading.spot).toEqual({ page: 'entries', anchor: 'closing' });
    reading.back();
    reading.go('books');
    expect(reading.canGoOn).toBe(false);
    reading.back();
    expect(reading.spot.page).toBe('receipts');
  });
});
