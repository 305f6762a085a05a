/**
 * The habits a person relies on: the language changes under a half-filled form, a killed program gives back what was
 * typed, hanzi are composed without setting anything off, and two windows of one book see each other's changes.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, SAMPLE, startBridge } from './bridge.mjs';
import { openBrowser, test, wordsOf } from './page.mjs';
import { expect, Steps } from './steps.mjs';

const places = process.env.KONTOR_PLACES ?? mkdtempSync(join(tmpdir(), 'kontor-places-'));
const book = makeSample(places);
let bridge = await startBridge({ places, book });
const context = await openBrowser();
const page = context.pages()[0] ?? (await context.newPage());
const words = wordsOf(page);
const { there, press, type, pick, until } = words;
const steps = new Steps((name) => words.snap(name));
const value = (name) => page.inputValue(test(name));

await steps.step('the sample company opens', async () => {
  await words.visit(bridge.address);
  await words.unlock(SAMPLE);
});

await steps.step('the language changes in mid-form and the form stays', async () => {
  await page.click(test('nav-books'));
  await page.click(test('nav-entries'));
  await there('entry-list');
  await press('n');
  await type('line-1-memo', '付本月房租');
  await pick('line-1-account', '1001');
  await type('line-1-debit', '1200*1.13');
  await press('Tab');
  const before = await page.evaluate(() => document.documentElement.lang);
  await press('F12');
  await until((lang) => document.documentElement.lang !== lang, before);
  expect((await value('line-1-memo')) === '付本月房租', 'the memo is gone');
  expect((await value('line-1-debit')) === '1,356.00', `the amount is ${await value('line-1-debit')}`);
  await press('F12');
  await until((lang) => document.documentElement.lang === lang, before);
  expect((await value('line-1-memo')) === '付本月房租', 'the memo is gone');
});

await steps.step('a killed program gives back what was typed', async () => {
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('[data-test="key-line"] .state')?.textContent ?? ''));
  const port = new URL(bridge.address).port;
  await bridge.kill();
  bridge = await startBridge({ places, book, port: Number(port) });
  await words.visit(bridge.address);
  await words.unlock(SAMPLE);
  await page.click(test('nav-books'));
  await page.click(test('nav-entries'));
  await there('entry-list');
  await press('n');
  await until(() => document.querySelector('[data-test="line-1-memo"]')?.value === '付本月房租');
  expect((await value('line-1-debit')) === '1,356.00', `the amount is ${await value('line-1-debit')}`);
});

await steps.step('a receipt that was being written is given back with its customer, its amount and its shares', async () => {
  const kept = () => page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('[data-test="key-line"] .state')?.textContent ?? ''));
  await press('Control+r');
  await pick('receipt-customer', '朝阳小学');
  await type('receipt-amount', '2000+345.67');
  await type('receipt-memo', '转账第一笔');
  await press('Tab');
  const share = await page.locator('[data-test^="settle-"]').first().getAttribute('data-test');
  await type(share, '1000');
  await press('Tab');
  await kept();
  const port = new URL(bridge.address).port;
  await bridge.kill();
  bridge = await startBridge({ places, book, port: Number(port) });
  await words.visit(bridge.address);
  await words.unlock(SAMPLE);
  await press('Control+r');
  await until(() => document.querySelector('[data-test="receipt-amount"]')?.value === '2,345.67');
  await words.snap('receipt-given-back');
  expect((await value('receipt-customer')).includes('朝阳小学'), `the customer is ${await value('receipt-customer')}`);
  expect((await value('receipt-memo')) === '转账第一笔', `the memo is ${await value('receipt-memo')}`);
  await until((name) => document.querySelector(`[data-test="${name}"]`)?.value === '1,000.00', share);
});

await steps.step('Ctrl Z takes back what was changed in a form, field by field', async () => {
  await page.focus(test('receipt-date'));
  await press('ArrowUp');
  await press('Tab');
  await type('receipt-amount', '500');
  await press('Tab');
  await press('Control+z');
  await until(() => document.querySelector('[data-test="receipt-amount"]')?.value === '2,345.67');
  await press('Control+z');
  await press('Control+Shift+z');
  await press('Control+y');
  await until(() => document.querySelector('[data-test="receipt-amount"]')?.value === '500.00');
  await press('Control+z');
  await press('Escape');
  await press('Control+e');
  await there('line-1-memo');
});

await steps.step('hanzi are composed without an Enter of theirs doing anything', async () => {
  const browser = await context.newCDPSession(page);
  await page.focus(test('line-2-memo'));
  await browser.send('Input.imeSetComposition', { text: 'shui dian', selectionStart: 9, selectionEnd: 9 });
  await browser.send('Input.imeSetComposition', { text: '水电', selectionStart: 2, selectionEnd: 2 });
  // The Enter that ends a composition arrives with this code, in WebKit even after the composition is over.
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })));
  expect(await page.evaluate(() => document.activeElement.dataset.test === 'line-2-memo'), 'the caret left the field');
  await browser.send('Input.insertText', { text: '水电费' });
  expect((await value('line-2-memo')).endsWith('水电费'), `the field holds ${await value('line-2-memo')}`);
  await press('Enter');
  await until(() => document.activeElement?.dataset.test !== 'line-2-memo');
});

await steps.step('the palette finds a customer by the initials of their name', async () => {
  await press('Control+k');
  await there('palette');
  await page.keyboard.type('cyxx');
  await page.waitForSelector('[data-test="palette"] [role="option"]:has-text("朝阳小学")');
  await words.snap('palette-initials');
  await press('Enter');
  await there('page-customer');
});

await steps.step('the palette finds an amount', async () => {
  await press('Control+k');
  await there('palette');
  await page.keyboard.type('2,800.00');
  await page.waitForSelector('[data-test="palette"] [role="option"]:has-text("2,800.00")');
  await words.snap('palette-amount');
  await press('Escape');
});

await steps.step('the palette knows pages and actions in both languages', async () => {
  for (const typed of ['balance sheet', 'zcfzb', '资产负债']) {
    await press('Control+k');
    await there('palette');
    await page.keyboard.type(typed);
    await page.waitForSelector('[data-test="palette"] [role="option"]:has-text("资产负债表")');
    await press('Escape');
  }
});

await steps.step('two windows of one book see each other', async () => {
  const other = await context.newPage();
  const otherWords = wordsOf(other);
  await otherWords.visit(bridge.address);
  await other.waitForSelector('main[data-test^="page-"]', { timeout: 30_000 });
  await other.click(test('nav-sales'));
  await other.click(test('nav-customers'));
  await otherWords.there('party-list');
  await page.click(test('nav-sales'));
  await page.click(test('nav-customers'));
  await there('party-list');
  await press('n');
  await type('party-name', '望江楼茶业');
  await press('Control+Enter');
  await other.waitForSelector('[data-row]:has-text("望江楼茶业")');
  await other.close();
});

await steps.step('nothing failed inside the page', () => expect(words.faults.length === 0, words.faults.join('; ')));
await context.close();
await bridge.stop();
steps.finish();
