/**
 * The journey of a first day, in a browser over the test bridge, with pictures of every page in both languages and
 * both themes.
 *
 * KONTOR_ADDRESS   where the page and the bridge are served (default http://127.0.0.1:4555); its query may hold ?token=
 * KONTOR_PICTURES  the folder for pictures (default: none are taken)
 * KONTOR_CHROMIUM  the browser (default /usr/bin/chromium)
 * KONTOR_PLACES    the folder in which the bridge's dialogs answer; when given, the saved PDF is looked at there
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf } from './modules.mjs';
import { expect, Steps, STORY } from './steps.mjs';

const { chromium } = await packageOf('playwright-core');
const address = process.env.KONTOR_ADDRESS ?? 'http://127.0.0.1:4555';
const pictures = process.env.KONTOR_PICTURES;
const places = process.env.KONTOR_PLACES;
if (pictures) mkdirSync(pictures, { recursive: true });

const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'kontor-browser-')), {
  executablePath: process.env.KONTOR_CHROMIUM ?? '/usr/bin/chromium',
  viewport: { width: 1280, height: 800 },
  locale: 'zh-CN',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(10_000);
const faults = [];
page.on('pageerror', (error) => faults.push(error.message));

const test = (name) => `[data-test="${name}"]`;
const there = (name) => page.waitForSelector(test(name));
const gone = (name) => page.waitForSelector(test(name), { state: 'detached' });
const press = (keys) => page.keyboard.press(keys);
const text = (name) => page.textContent(test(name));
async function type(name, value) {
  await there(name);
  await page.focus(test(name));
  await page.fill(test(name), value);
}
async function pick(name, typed, option = typed) {
  await type(name, typed);
  await page.waitForSelector(`[role="option"]:has-text("${option}")`);
  await press('Enter');
  await page.waitForSelector('.picker', { state: 'detached' });
}
const until = (check, argument) => page.waitForFunction(check, argument);

/** Until fonts are there, nothing moves and the last change has been painted. */
const settled = () =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });

/** The page as it is, in both languages and both themes; the language and theme of before come back. */
async function picture(name) {
  if (!pictures) return;
  await page.mouse.move(0, 0);
  const before = await page.evaluate(() => ({ lang: document.documentElement.lang, theme: document.documentElement.dataset.theme }));
  for (const lang of ['zh-CN', 'en']) {
    if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press('F12');
    for (const theme of ['light', 'dark']) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      await settled();
      await page.screenshot({ path: join(pictures, `${name}-${lang === 'en' ? 'en' : 'zh'}-${theme}.png`) });
    }
  }
  if (before.lang !== 'en') await press('F12');
  await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), before.theme);
}

const steps = new Steps();
const begins = await steps.step('the start page shows three doors', async () => {
  const url = new URL(address);
  url.searchParams.set('lang', 'zh-CN');
  url.searchParams.set('theme', 'light');
  await page.goto(url.href);
  await there('door-create');
});
if (!begins) {
  await context.close();
  steps.finish();
  process.exit();
}

await steps.step('a book is created in five steps with the keyboard', async () => {
  await press('2').catch(() => {});
  await page.click(test('door-create'));
  await type('create-company', STORY.company);
  await picture('create-company');
  await press('Enter');
  await there('create-vat-small-scale');
  await press('Enter');
  await there('create-standard-cn-small');
  await press('Enter');
  await there('create-month');
  await press('Enter');
  await type('create-person', STORY.person);
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
  await page.click(test('recovery-next'));
  await type('recovery-typed', 'AAAA-BBBB');
  await press('Enter');
  await page.waitForSelector('[role="alert"]');
  await type('recovery-typed', sheet);
  await press('Enter');
  await page.waitForSelector(test('sale-list'), { timeout: 60_000 });
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
  await press('Control+3');
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
  await press('Control+Enter');
  await there('entry-list');
});

await steps.step('the balance sheet shows what is still owed', async () => {
  await press('Control+4');
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

await steps.step('the sheet is saved as PDF', async () => {
  await press('Control+p');
  await there('save-dialog');
  await picture('save');
  await press('Control+Enter');
  await gone('save-dialog');
  await there('toast-done');
  if (!places) return;
  const file = readdirSync(places).find((name) => name.endsWith('.pdf'));
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
    await press('Control+1');
    await page.click(test(name));
    await there(ready);
    await picture(ready);
  });
}

for (const part of ['company', 'periods', 'people', 'backup', 'window']) {
  await steps.step(`settings: ${part}`, async () => {
    await press('Control+5');
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
  await page.waitForSelector(test('sale-list'), { timeout: 30_000 });
});

await steps.step('nothing failed inside the page', () => expect(faults.length === 0, faults.join('; ')));
await context.close();
steps.finish();
