/**
 * A browser with the page in it, and the few words every journey is written in: there, gone, press, type, pick, picture.
 *
 * KONTOR_CHROMIUM  the browser (default /usr/bin/chromium)
 * KONTOR_PICTURES  the folder for pictures (default: none are taken)
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf } from './modules.mjs';

const { chromium } = await packageOf('playwright-core');

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PICTURES = process.env.KONTOR_PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

export const test = (name) => `[data-test="${name}"]`;

/** A browser with nothing remembered. */
export async function openBrowser({ width = 1280, height = 800 } = {}) {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'kontor-browser-')), {
    executablePath: process.env.KONTOR_CHROMIUM ?? '/usr/bin/chromium',
    viewport: { width, height },
    locale: 'zh-CN',
    args: ARGUMENTS,
    // A person sees them: they take room, and one that should not be there is a fault.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  // The shell freezes this too: a library that writes to it would leave the window empty.
  await context.addInitScript(() => Object.freeze(Object.prototype));
  return context;
}

/** The words of a journey on one page. */
export function wordsOf(page) {
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  let asked = 0;
  page.on('request', () => (asked += 1));
  page.on('requestfinished', () => (asked -= 1));
  page.on('requestfailed', () => (asked -= 1));

  const there = (name, options) => page.waitForSelector(test(name), options);
  const gone = (name) => page.waitForSelector(test(name), { state: 'detached' });
  const press = (keys) => page.keyboard.press(keys);
  const text = (name) => page.textContent(test(name));
  const until = (check, argument) => page.waitForFunction(check, argument);

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

  /** Until fonts are there, nothing moves and the last change has been painted. */
  const settled = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    });

  /** Until nothing is outstanding at the door and what it answered has been painted. */
  async function answered() {
    const until = performance.now() + 10_000;
    do await settled();
    while (asked > 0 && performance.now() < until);
    if (asked > 0) throw new Error(`${asked} requests were not answered within 10 s`);
  }

  const state = () => page.evaluate(() => ({ lang: document.documentElement.lang, theme: document.documentElement.dataset.theme }));

  /** Does something in both languages and both themes; what was chosen before comes back. */
  async function inEveryDress(body, { languages = ['zh-CN', 'en'], themes = ['light', 'dark'] } = {}) {
    await page.mouse.move(0, 0);
    const before = await state();
    for (const lang of languages) {
      if ((await state()).lang !== lang) await press('F12');
      for (const theme of themes) {
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        await settled();
        await body(`${lang === 'en' ? 'en' : 'zh'}-${theme}`);
      }
    }
    if ((await state()).lang !== before.lang) await press('F12');
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), before.theme);
  }

  /** The page as it is, in every dress. */
  async function picture(name) {
    if (!PICTURES) return;
    await inEveryDress((dress) => page.screenshot({ path: join(PICTURES, `${name}-${dress}.png`) }));
  }

  /** One picture as it is now. */
  async function snap(name) {
    if (!PICTURES) return;
    await settled();
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  async function visit(address, { lang = 'zh-CN', theme = 'light' } = {}) {
    const url = new URL(address);
    url.searchParams.set('lang', lang);
    url.searchParams.set('theme', theme);
    await page.goto(url.href);
  }

  async function unlock({ person, password }) {
    // Key by key, as a person does: a page that moves the caret while one types would lose the rest.
    await there('unlock-person');
    await page.fill(test('unlock-person'), '');
    await page.focus(test('unlock-person'));
    await page.keyboard.type(person);
    await press('Enter');
    await page.keyboard.type(password);
    await press('Enter');
    await page.waitForSelector('main[data-test^="page-"]', { timeout: 30_000 });
  }

  return { page, faults, there, gone, press, text, until, type, pick, settled, answered, inEveryDress, picture, snap, visit, unlock };
}
