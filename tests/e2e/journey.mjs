/**
 * The same first day in the real window, through tauri-driver: what only the shell can show (its web view, its content
 * policy, its commands, its dialogs). driver.mjs says what it is told about the program.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect, pictures, places, startDriver } from './driver.mjs';
import { expect, Steps, STORY } from './steps.mjs';

const driver = startDriver();
let browser;
const KEYS = { Control: '\uE009', Enter: '\uE007', Escape: '\uE00C', F8: '\uE038', F9: '\uE039' };
const find = async (name, timeout = 15_000) => {
  const element = await browser.$(`[data-test="${name}"]`);
  await element.waitForExist({ timeout });
  return element;
};
const press = (...keys) => browser.keys(keys.map((key) => KEYS[key] ?? key));
const inPage = (check, ...rest) => browser.waitUntil(() => browser.execute(check, ...rest), { timeout: 15_000, timeoutMsg: `never held: ${check}` });
/** Types into a field and looks whether it arrived: this driver at times drops a key of a longer word. */
async function type(name, value) {
  const field = await find(name);
  await field.click();
  for (let attempt = 1; ; attempt += 1) {
    await field.setValue(value);
    const typed = await field.getValue();
    if (typed === value) return;
    expect(attempt < 5, `${name} holds "${typed}" instead of "${value}"`);
  }
}
const picture = async (name) => {
  if (!pictures) return;
  await browser.executeAsync((painted) => {
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => painted())));
  });
  await browser.saveScreenshot(join(pictures, `window-${name}.png`));
};

const steps = new Steps(picture);
const begins = await steps.step('the window opens on the start page', async () => {
  browser = await connect();
  await (await find('language-zh-CN', 30_000)).click();
  await find('door-create');
  await picture('start');
});

if (begins) {
  await steps.step('a book is created', async () => {
    await (await find('door-create')).click();
    await type('create-company', STORY.company);
    await type('create-person', STORY.person);
    await press('Enter');
    await find('create-vat-small-scale');
    await press('Enter');
    await find('create-standard-cn-small');
    await (await find('create-next')).click();
    await find('create-month');
    await (await find('create-next')).click();
    await type('create-password', STORY.password);
    await type('create-again', STORY.password);
    await (await find('create-next')).click();
    const sheet = await (await find('recovery-sheet', 60_000)).getAttribute('data-sheet');
    await picture('recovery');
    await (await find('recovery-next')).click();
    await type('recovery-typed', sheet);
    await press('Enter');
    await (await find('first-sale')).click();
    await find('sale-customer', 60_000);
    await press('Escape');
    await find('sale-list');
    expect(readdirSync(places).some((name) => name.endsWith('.kontor')), `no book in ${places}`);
  });

  await steps.step('a sale is recorded by keyboard', async () => {
    await press('n');
    await type('sale-customer', STORY.customer);
    await inPage(() => document.querySelector('.picker .new') !== null);
    await press('Enter');
    await inPage((name) => document.querySelector('[data-test="sale-customer"]').value === name, STORY.customer);
    await type('sale-1-item', STORY.item);
    await type('sale-1-quantity', STORY.quantity);
    await type('sale-1-price', STORY.price);
    await inPage((gross) => document.querySelector('[data-test="sale-totals"]').textContent.includes(gross), STORY.gross);
    await inPage(() => document.querySelectorAll('[data-test="entry-preview"] tbody tr').length >= 3);
    await picture('sale-new');
    await press('Control', 'Enter');
    await find('sale-list');
    await inPage((gross) => document.querySelector('[data-row]')?.textContent.includes(gross), STORY.gross);
    await picture('sales');
  });

  await steps.step('half of it is received', async () => {
    await press('Enter');
    await find('sale-receive');
    await press('r');
    await inPage(() => document.querySelector('[data-test="receipt-customer"]')?.value !== '');
    await inPage(() => document.querySelector('[data-test^="settle-"]') !== null);
    await type('receipt-amount', STORY.half);
    await inPage(() => document.querySelector('[data-test="receipt-post"]')?.disabled === false);
    await press('F8');
    await find('sale-number');
    await inPage((half) => document.querySelector('.side').textContent.includes(half), STORY.half);
  });

  await steps.step('the balance sheet shows what is still owed', async () => {
    await (await find('nav-reports')).click();
    await find('statement');
    await inPage((half) => document.querySelector('[data-test="statement"]').textContent.includes(half), STORY.half);
    await picture('balance-sheet');
  });

  await steps.step('the sheet is saved as PDF', async () => {
    await (await find('statement-save')).click();
    await find('save-dialog');
    await (await find('save-file')).click();
    await find('toast-done', 30_000);
    const saved = () => readdirSync(places).find((name) => name.endsWith('.pdf'));
    await browser.waitUntil(async () => saved() !== undefined, { timeout: 15_000, timeoutMsg: `no PDF in ${places}` });
    const file = saved();
    expect(readFileSync(join(places, file)).subarray(0, 5).toString() === '%PDF-', 'it is no PDF');
  });

  await steps.step('the book is locked and shows nothing of itself', async () => {
    await (await find('lock')).click();
    await find('unlock-password');
    const holds = await browser.execute((name) => document.body.textContent.includes(name), STORY.customer);
    expect(!holds, 'the page still holds a customer');
    await picture('locked');
  });

  await steps.step('a wrong password is refused in words', async () => {
    await type('unlock-person', STORY.person);
    await type('unlock-password', STORY.wrongPassword);
    await press('Enter');
    await inPage(() => Boolean(document.querySelector('[role="alert"]')?.textContent));
  });

  await steps.step('the right password opens it again', async () => {
    await type('unlock-password', STORY.password);
    await press('Enter');
    await find('today', 30_000);
    await (await find('nav-sales')).click();
    await inPage((gross) => document.querySelector('[data-row]')?.textContent.includes(gross), STORY.gross);
    await picture('sales-again');
  });
}

await browser?.deleteSession().catch(() => {});
driver.kill();
steps.finish();
