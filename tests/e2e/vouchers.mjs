/**
 * Two hundred vouchers typed by keyboard alone, then posted together; what the books say afterwards is compared with
 * what was typed, and the time and keys of each voucher are counted.
 *
 * KONTOR_VOUCHERS  how many (default 200)
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, SAMPLE, startBridge } from './bridge.mjs';
import { openBrowser, test, wordsOf } from './page.mjs';
import { expect, Steps } from './steps.mjs';

const cents = (text) => BigInt((text || '0').replace('.', ''));
const plain = (value) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

/** The n-th voucher: what it is about, its lines as they are typed, its amount in cents. */
function voucher(n) {
  const amount = 10_000n + BigInt(n) * 137n;
  return n % 3 === 0
    ? { memo: '付运费', debit: '管理费用', credit: '1002', amount }
    : { memo: n % 3 === 1 ? '提备用金' : '存现', debit: n % 3 === 1 ? '1001' : '1002', credit: n % 3 === 1 ? '1002' : '1001', amount };
}

/** Types the vouchers into the open book and posts them. `ask` puts a question to the core. */
async function typeVouchers({ page, steps, ask, count = 200, day }) {
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text) => {
    keys += [...text].length;
    await page.keyboard.type(text);
  };
  const caretIn = (name) => page.waitForFunction((wanted) => document.activeElement?.getAttribute('data-test') === wanted, name);
  const turnover = async () => {
    const { rows, checks } = await ask({ ask: 'get_statement', name: 'trial-balance', period: day.slice(0, 7) });
    expect(checks.every((check) => check.holds), 'the trial balance does not balance');
    // Opening, turnover and closing, each as debit and credit.
    const of = (code) => rows.find((row) => row.key === code || row.row === code)?.values.map(cents) ?? [0n, 0n, 0n, 0n];
    return { 1001: of('1001').slice(2, 4), 1002: of('1002').slice(2, 4) };
  };
  const unposted = async () => (await ask({ ask: 'list_entries', status: 'draft' })).rows;

  const postAll = async () => {
    await page.waitForSelector(test('drafts-post-all'));
    await page.keyboard.press('Shift+F8');
    await page.waitForSelector(test('post-dialog'));
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.waitForSelector(test('post-dialog'), { state: 'detached', timeout: 60_000 });
  };

  await steps.step('what waited before is posted first', postAll);
  const before = await turnover();
  const had = (await unposted()).length;
  const times = [];
  let total = 0n;
  const typed = { 1001: [0n, 0n], 1002: [0n, 0n] };

  await steps.step('a new voucher begins with the caret in its first memo', async () => {
    await page.keyboard.press('n');
    await caretIn('line-1-memo');
    await press('Shift+Enter');
    await caretIn('entry-date');
    await page.keyboard.press('ControlOrMeta+a');
    await type(day);
    await press('Enter');
    await caretIn('line-1-memo');
  });

  await steps.step(`${count} vouchers are typed by keyboard alone`, async () => {
    keys = 0;
    for (let n = 1; n <= count; n += 1) {
      const { memo, debit, credit, amount } = voucher(n);
      const began = performance.now();
      // The memo finishes itself after its first letter once it was used.
      await type(memo);
      await press('Enter');
      await type(debit);
      await press('Enter');
      await caretIn('line-1-debit');
      await type(plain(amount));
      await press('Enter');
      await press('Enter');
      await type(credit);
      await press('Enter');
      await caretIn('line-2-debit');
      await press('=');
      await press('ControlOrMeta+Enter');
      await page.waitForFunction(() => document.querySelector('[data-test="line-1-account"]')?.value === '' && document.activeElement?.getAttribute('data-test') === 'line-1-memo');
      times.push(performance.now() - began);
      total += amount;
      if (typed[debit]) typed[debit][0] += amount;
      typed[credit][1] += amount;
    }
    const sorted = [...times].sort((one, other) => one - other);
    console.log(`      ${(keys / count).toFixed(1)} keys a voucher; median ${sorted[Math.floor(count / 2)].toFixed(0)} ms, worst ${sorted.at(-1).toFixed(0)} ms`);
  });

  await steps.step('each of them waits to be posted, with its amount', async () => {
    const drafts = await unposted();
    expect(drafts.length === had + count, `${drafts.length} drafts instead of ${had + count}`);
    const sum = drafts.slice(0, count).reduce((all, row) => all + cents(row.total), 0n);
    expect(sum === total, `${plain(sum)} instead of ${plain(total)}`);
  });

  await steps.step('they are posted together, numbered by date', async () => {
    await page.keyboard.press('Escape');
    await page.waitForSelector(test('entry-list'));
    await postAll();
    const left = (await unposted()).filter((row) => row.period === day.slice(0, 7));
    expect(left.length === 0, `${left.length} drafts are left`);
  });

  await steps.step('the trial balance moved by exactly what was typed', async () => {
    const after = await turnover();
    for (const code of ['1001', '1002']) {
      for (const side of [0, 1]) {
        const moved = after[code][side] - before[code][side];
        expect(moved === typed[code][side], `${code} ${side ? 'credit' : 'debit'} moved by ${plain(moved)} instead of ${plain(typed[code][side])}`);
      }
    }
  });
}

const places = process.env.KONTOR_PLACES ?? mkdtempSync(join(tmpdir(), 'kontor-places-'));
const bridge = await startBridge({ places, book: makeSample(places) });
const context = await openBrowser();
const page = context.pages()[0] ?? (await context.newPage());
const words = wordsOf(page);
const steps = new Steps(words.snap);
const ask = (question) =>
  page.evaluate(async ([asked, token]) => {
    const response = await fetch('/bridge/ask', { method: 'POST', headers: { 'content-type': 'application/json', 'x-bridge-token': token }, body: JSON.stringify(asked) });
    return response.json();
  }, [question, new URL(bridge.address).searchParams.get('token') ?? '']);

await words.visit(bridge.address);
await words.unlock(SAMPLE);
await page.click(test('nav-books'));
await page.click(test('nav-entries'));
await words.there('entry-list');
const { periods, today } = await ask({ ask: 'company' });
const open = periods.filter((period) => period.state === 'open');
const period = open.find((one) => one.first_day <= today && today <= one.last_day) ?? open[0];
await typeVouchers({ page, steps, ask, count: Number(process.env.KONTOR_VOUCHERS ?? 200), day: period.first_day });
await context.close();
await bridge.stop();
steps.finish();
