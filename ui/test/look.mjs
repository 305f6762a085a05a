/** Takes pictures of every page over the make-believe book: `node test/look.mjs FOLDER [zh-light|en-dark ...]`. */
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const folder = process.argv[2] ?? 'look';
const wanted = process.argv.slice(3);
await mkdir(folder, { recursive: true });
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
const problems = [];

async function shots(name, query, only) {
  let port = 4560;
  const open = async (options, size = { width: 1280, height: 800 }) => {
    const server = await serve((port += 1), options);
    const page = await browser.newPage({ viewport: size });
    page.on('console', (message) => message.type() === 'error' && !/422/.test(message.text()) && problems.push(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
    page.setDefaultTimeout(6000);
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    const done = async () => {
      await page.close();
      server.close();
    };
    const shot = async (what) => {
      await page.waitForTimeout(350);
      if (!only || only.test(what)) await page.screenshot({ path: `${folder}/${what}-${name}.png` });
    };
    return { page, shot, done };
  };
  const test = (id) => `[data-test="${id}"]`;

  {
    const { page, shot, done } = await open({ phase: 'start', isEmpty: true });
    await page.waitForSelector(test('create-company'));
    await page.fill(test('create-company'), '宁波海砚贸易有限公司');
    await page.fill(test('create-person'), '陈砚');
    await shot('start-create-1');
    await page.keyboard.press('Enter');
    await shot('start-create-2');
    await page.keyboard.press('Enter');
    await shot('start-create-3');
    await page.keyboard.press('Enter');
    await page.waitForSelector(test('create-month'));
    await shot('start-create-4');
    await page.click(test('create-next'));
    await page.fill(test('create-password'), '海砚 账房 2026');
    await page.fill(test('create-again'), '海砚 账房 2026');
    await shot('start-create-5');
    await page.click(test('create-next'));
    await page.waitForSelector(test('recovery-sheet'));
    await shot('start-recovery');
    await page.click(test('recovery-next'));
    await page.fill(test('recovery-typed'), 'K7QM 2F9X');
    await page.keyboard.press('Enter');
    await shot('start-recovery-wrong');
    await page.click(test('door-sample'));
    await shot('start-sample');
    await page.click(test('door-open'));
    await shot('start-open');
    await page.click(test('door-restore'));
    await shot('start-restore');
    await done();
  }
  {
    const { page, shot, done } = await open({ phase: 'locked' });
    await page.waitForSelector(test('unlock-password'));
    await page.fill(test('unlock-person'), '陈砚');
    await page.fill(test('unlock-password'), 'wrong');
    await page.keyboard.press('Enter');
    await shot('unlock-wrong');
    await done();
  }
  {
    const { page, shot, done } = await open({});
    await page.waitForSelector(test('sale-list'));
    await shot('sales');
    await page.keyboard.press('n');
    await page.waitForSelector(test('sale-customer'));
    await page.keyboard.type('Nord');
    await shot('sale-new-picker');
    await page.keyboard.press('Enter');
    await page.focus(test('sale-1-item'));
    await page.keyboard.type('托盘');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    await shot('sale-new');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(test('toast-done'));
    await shot('sale-posted');
    await page.waitForSelector(test('sale-list'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(test('sale-number'));
    await shot('sale');
    await page.keyboard.press('x');
    await shot('sale-reverse');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F9');
    await page.waitForSelector(test('voucher'));
    await shot('entry');
    await page.keyboard.press('Escape');
    await page.waitForSelector(test('sale-receive'));
    await page.keyboard.press('r');
    await page.waitForSelector(test('receipt-amount'));
    await page.waitForTimeout(300);
    await page.fill(test('receipt-amount'), '60000');
    await page.waitForTimeout(500);
    await shot('receive');
    await page.keyboard.press('F8');
    await page.waitForSelector(test('toast-done'));
    await page.click(test('nav-customers'));
    await shot('customers');
    await page.keyboard.press('Enter');
    await shot('customer');
    await page.click(test('nav-items'));
    await shot('items');
    await page.keyboard.press('n');
    await shot('item-new');
    await page.keyboard.press('Escape');
    await page.click(test('nav-money'));
    await shot('receipts');
    await page.click(test('nav-books'));
    await shot('entries');
    await page.keyboard.press('n');
    await page.waitForSelector(test('line-1-memo'));
    await page.focus(test('line-1-memo'));
    await page.keyboard.type('付展位费');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5602');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type('28286.50');
    await page.focus(test('line-2-memo'));
    await page.keyboard.type('+');
    await page.keyboard.press('Enter');
    await page.keyboard.type('银行');
    await page.waitForTimeout(150);
    await shot('entry-new-picker');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
    await page.focus(test('line-2-credit'));
    await page.keyboard.press('=');
    await page.waitForTimeout(800);
    await shot('entry-new');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.click(test('nav-accounts'));
    await shot('accounts');
    await page.click(test('nav-reports'));
    await page.waitForSelector(test('statement'));
    await shot('balance-sheet');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector(test('behind-entry'));
    await shot('balance-sheet-behind');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+p');
    await shot('save');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await shot('period');
    await page.keyboard.press('Escape');
    for (const name of ['income-statement', 'cash-flow', 'trial-balance']) {
      await page.click(test(`nav-${name}`));
      await page.waitForSelector(test('statement'));
      await shot(name);
    }
    await page.click(test('nav-settings'));
    await shot('company');
    for (const part of ['periods', 'people', 'backup', 'window']) {
      await page.click(test(`nav-${part}`));
      await shot(part);
    }
    await page.click(test('nav-people'));
    await page.keyboard.press('n');
    await shot('person-new');
    await done();
  }
  {
    const { page, shot, done } = await open({ role: 'salesperson' });
    await page.waitForSelector(test('sale-list'));
    await page.keyboard.press('n');
    await page.waitForSelector(test('sale-customer'));
    await shot('salesperson');
    await done();
  }
  {
    const { page, shot, done } = await open({}, { width: 1024, height: 640 });
    await page.waitForSelector(test('sale-list'));
    await page.keyboard.press('n');
    await shot('small-sale');
    await page.keyboard.press('Escape');
    await page.click(test('nav-reports'));
    await shot('small-balance-sheet');
    await done();
  }
}

const ALL = { 'zh-light': 'lang=zh-CN&theme=light', 'en-light': 'lang=en&theme=light', 'zh-dark': 'lang=zh-CN&theme=dark', 'en-dark': 'lang=en&theme=dark' };
for (const [name, query] of Object.entries(ALL)) {
  if (!wanted.length || wanted.includes(name)) await shots(name, query);
}
await browser.close();
for (const problem of new Set(problems)) console.log(problem);
