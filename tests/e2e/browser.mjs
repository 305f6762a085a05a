/**
 * The journey of a first day, in a browser over the test bridge, with pictures of every page in both languages and
 * both themes. KONTOR_PLACES is the folder in which the bridge's dialogs answer; see bridge.mjs and page.mjs for more.
 */
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBridge } from './bridge.mjs';
import { openBrowser, test, wordsOf } from './page.mjs';
import { expect, Steps, STORY } from './steps.mjs';

const places = process.env.KONTOR_PLACES ?? mkdtempSync(join(tmpdir(), 'kontor-places-'));
const bridge = await startBridge({ places });
const context = await openBrowser();
const { page, faults, there, gone, press, text, type, pick, until, settled, picture, visit } = wordsOf(context.pages()[0] ?? (await context.newPage()));

const steps = new Steps();
const begins = await steps.step('the start page shows three doors', async () => {
  await visit(bridge.address);
  await there('door-create');
});
if (!begins) {
  await context.close();
  await bridge.stop();
  steps.finish();
  process.exit();
}

await steps.step('a book is created in five steps with the keyboard', async () => {
  await press('2').catch(() => {});
  await page.click(test('door-create'));
  await type('create-company', STORY.company);
  await type('create-person', STORY.person);
  await picture('create-company');
  await press('Enter');
  await there('create-vat-small-scale');
  await picture('create-trade');
  await press('Enter');
  await there('create-standard-cn-small');
  await press('Enter');
  await there('create-month');
  await picture('create-month');
  await press('Enter');
  await type('create-password', STORY.password);
  await type('create-again', STORY.password);
  await picture('create-password');
  await press('Enter');
  await page.waitForSelector(test('recovery-sheet'), { timeout: 60_000 });
});

await steps.step('the recovery sheet is shown once and typed back', async () => {
  const sheet = await page.getAttribute(test('recovery-sheet'), 'data-sheet');
  expect(sheet && sheet.trim().length > 20, 'the sheet is empty');
  await picture('recovery');
  await page.click(test('recovery-save'));
  await there('recovery-saved');
  await page.click(test('recovery-next'));
  await type('recovery-typed', 'AAAA-BBBB');
  await press('Enter');
  await page.waitForSelector('[role="alert"]');
  await type('recovery-typed', sheet);
  await press('Enter');
  await there('first-sale');
  await picture('first-thing');
  await press('Enter');
  await page.waitForSelector(test('sale-customer'), { timeout: 60_000 });
  await press('Escape');
  await there('sale-list');
  await picture('sales-empty');
});

await steps.step('a sale is recorded by keyboard, its customer made on the spot', async () => {
  await press('n');
  await type('sale-customer', STORY.customer);
  await page.waitForSelector('.picker .new');
  await press('Enter');
  await until((name) => document.querySelector('[data-test="sale-customer"]').value === name, STORY.customer);
  await type('sale-1-item', STORY.item);
  await type('sale-1-quantity', STORY.quantity);
  await type('sale-1-price', STORY.price);
  await until((gross) => document.querySelector('[data-test="sale-totals"]').textContent.includes(gross), STORY.gross);
  await until(() => document.querySelectorAll('[data-test="entry-preview"] tbody tr').length >= 3);
  await picture('sale-new');
  await press('Control+Enter');
  await there('toast-done');
  await there('sale-list');
  await page.waitForSelector('[data-row]');
  const row = await page.textContent('[data-row]');
  expect(row.includes(STORY.customer) && row.includes(STORY.gross), `the list says: ${row}`);
  await picture('sales');
});

await steps.step('the sale shows its entry', async () => {
  await press('Enter');
  await there('sale-entry');
  await picture('sale');
  await press('F9');
  await there('voucher');
  const voucher = await text('voucher');
  expect(voucher.includes('1122') && voucher.includes(STORY.gross), `the voucher says: ${voucher}`);
  await picture('entry');
  await press('Escape');
  await there('sale-entry');
});

await steps.step('half of it is received', async () => {
  await there('sale-receive');
  await press('r');
  await there('receipt-amount');
  await until(() => document.querySelector('[data-test="receipt-customer"]').value !== '');
  await page.waitForSelector('[data-test^="settle-"]');
  await type('receipt-amount', STORY.half);
  await until(() => !document.querySelector('[data-test="receipt-post"]').disabled);
  await until(() => document.querySelectorAll('[data-test="entry-preview"] tbody tr').length >= 2);
  await picture('receive');
  await press('F8');
  await there('sale-number');
  await until((half) => document.querySelector('.side').textContent.includes(half), STORY.half);
  await picture('sale-half-paid');
});

await steps.step('a manual entry balances with = and posts', async () => {
  await page.click(test('nav-books'));
  await page.click(test('nav-entries'));
  await there('entry-list');
  await picture('entries');
  await press('n');
  await type('line-1-memo', '提取备用金');
  await pick('line-1-account', '1001');
  await type('line-1-debit', '100');
  await pick('line-2-account', '1002');
  await page.focus(test('line-2-credit'));
  await press('=');
  await until(() => document.querySelector('[data-test="line-2-credit"]').value.startsWith('100'));
  await picture('entry-new');
  await press('F8');
  await there('toast-done');
  await press('Escape');
  await there('entry-list');
});

await steps.step('the balance sheet shows what is still owed', async () => {
  await page.click(test('nav-reports'));
  await there('statement');
  const sheet = await text('statement');
  expect(sheet.includes('408.00'), 'no 408.00 on the sheet');
  await picture('balance-sheet');
});

await steps.step('a figure opens what is behind it', async () => {
  await page.locator('[data-figure]', { hasText: STORY.half }).first().click();
  await press('Enter');
  await there('behind-entry');
  await picture('behind-figure');
  await press('Escape');
  await gone('behind-figure');
});

await steps.step('the sheet is looked at as it will be printed, and saved', async () => {
  await press('Control+p');
  await there('print-preview');
  await page.waitForSelector('[data-test="pdf-pages"][data-pages]');
  await picture('print-preview');
  await page.click(test('print-save'));
  await there('print-saved');
  await press('Escape');
  await gone('print-preview');
  const file = readdirSync(places).find((name) => name.endsWith('.pdf') && !/recovery|恢复/i.test(name));
  expect(file, `no PDF in ${places}`);
  expect(readFileSync(join(places, file)).subarray(0, 5).toString() === '%PDF-', 'it is no PDF');
});

for (const name of ['income-statement', 'cash-flow', 'trial-balance']) {
  await steps.step(`the ${name} is shown`, async () => {
    await page.click(test(`nav-${name}`));
    await there('statement');
    await picture(name);
  });
}

for (const [name, ready] of [['nav-customers', 'party-list'], ['nav-items', 'item-list']]) {
  await steps.step(`${name} opens`, async () => {
    await page.click(test('nav-sales'));
    await page.click(test(name));
    await there(ready);
    await picture(ready);
  });
}

for (const part of ['company', 'periods', 'backup', 'window']) {
  await steps.step(`settings: ${part}`, async () => {
    await page.click(test('nav-settings'));
    await page.click(test(`nav-${part}`));
    await settled();
    await picture(`settings-${part}`);
  });
}

await steps.step('the book is locked and shows nothing of itself', async () => {
  await press('Control+l');
  await there('unlock-password');
  const said = await page.textContent('body');
  expect(!said.includes(STORY.customer) && !said.includes(STORY.half), 'the page still holds what was on it');
  await picture('locked');
});

await steps.step('a wrong password is refused in words', async () => {
  await type('unlock-person', STORY.person);
  await type('unlock-password', STORY.wrongPassword);
  await press('Enter');
  await page.waitForSelector('[role="alert"]', { timeout: 30_000 });
  expect((await page.inputValue(test('unlock-password'))) === '', 'the wrong password stays in the field');
  await picture('wrong-password');
});

await steps.step('the right password opens it again', async () => {
  await type('unlock-password', STORY.password);
  await press('Enter');
  await page.waitForSelector(test('today'), { timeout: 30_000 });
});

await steps.step('nothing failed inside the page', () => expect(faults.length === 0, faults.join('; ')));
await context.close();
await bridge.stop();
steps.finish();
