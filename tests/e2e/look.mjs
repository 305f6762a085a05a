/**
 * Every page of a lived-in book, in both languages and both themes, at the window's usual and smallest size and with
 * text at 200 %: nothing is cut, nothing hangs over the edge, and axe finds nothing. The pictures are for looking at.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, SAMPLE, startBridge } from './bridge.mjs';
import { openBrowser, PICTURES, test, wordsOf } from './page.mjs';
import { expect, Steps } from './steps.mjs';

const AXE = readFileSync(createRequire(new URL('../../ui/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { usual: { width: 1280, height: 800 }, small: { width: 1024, height: 640 } };

const places = process.env.KONTOR_PLACES ?? mkdtempSync(join(tmpdir(), 'kontor-places-'));
const bridge = await startBridge({ places, book: makeSample(places) });
const context = await openBrowser();
const page = context.pages()[0] ?? (await context.newPage());
const words = wordsOf(page);
const { there, press, settled, answered, inEveryDress } = words;
const steps = new Steps();

/** What axe objects to on the page as it is, in few words. */
async function objections() {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
  });
  return found;
}

/** Amounts that are not whole: cut by their own box, by one around them, or by the edge of the window. */
const cutAmounts = () =>
  page.evaluate(() => {
    const isShown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const bad = [];
    for (const amount of document.querySelectorAll('.n')) {
      if (!/\d/.test(amount.textContent) || !isShown(amount)) continue;
      // What only a screen reader meets is drawn into one pixel.
      if (!amount.getBoundingClientRect().width || amount.closest('.away')) continue;
      const range = document.createRange();
      range.selectNodeContents(amount);
      const ink = range.getBoundingClientRect();
      let around = amount.parentElement;
      while (around && around !== document.body) {
        const style = getComputedStyle(around);
        const scrolls = /auto|scroll/.test(style.overflowX);
        if (scrolls) break;
        if (style.overflowX !== 'visible') {
          const edge = around.getBoundingClientRect();
          if (ink.right > edge.right + 1 || ink.left < edge.left - 1) bad.push(`${amount.textContent.trim()} in ${around.className || around.tagName}`);
          break;
        }
        around = around.parentElement;
      }
      if (!around || around === document.body) if (ink.right > innerWidth + 1) bad.push(`${amount.textContent.trim()} at the edge`);
    }
    return [...new Set(bad)].slice(0, 5);
  });

/** Whether the window itself scrolls sideways, and buttons of the head that fell off it. */
const overhang = () =>
  page.evaluate(() => {
    const off = [...document.querySelectorAll('button, input, a')].filter((one) => {
      if (!one.checkVisibility({ checkVisibilityCSS: true })) return false;
      const box = one.getBoundingClientRect();
      if (!box.width || box.bottom < 0 || box.top > innerHeight) return false;
      for (let around = one.parentElement; around; around = around.parentElement) if (/auto|scroll/.test(getComputedStyle(around).overflowX)) return false;
      return box.right > innerWidth + 1 || box.left < -1;
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the window scrolls sideways'] : [];
    return [...wide, ...off.slice(0, 4).map((one) => (one.dataset.test ?? one.textContent ?? '').trim() || one.outerHTML.slice(0, 80))];
  });

/** What scrolls sideways, or by so little that it only looks broken. */
const needlessScrolls = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, dialog, dialog *')]
      .filter((one) => {
        const style = getComputedStyle(one);
        const scrolls = (way) => /auto|scroll/.test(way);
        // A book of more columns than a page has room for moves under its first two, which stay.
        const isWide = Number(one.getAttribute('aria-colcount')) > 10;
        const [sideways, down] = [isWide ? 0 : one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
        return (scrolls(style.overflowX) && sideways > 0) || (scrolls(style.overflowY) && down > 0 && down < 12);
      })
      .map((one) => `${one.dataset.test ?? (one.className || one.tagName)} by ${one.scrollWidth - one.clientWidth} and ${one.scrollHeight - one.clientHeight} px`),
  );

/** Looks at the page as it is in every dress and size. */
async function look(name) {
  const wrong = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await inEveryDress(async (dress) => {
      const where = `${dress} ${size}`;
      for (const one of await cutAmounts()) wrong.push({ where, what: `cut: ${one}` });
      for (const one of await overhang()) wrong.push({ where, what: `off the window: ${one}` });
      if (size === 'usual') for (const one of await needlessScrolls()) wrong.push({ where, what: `scrolls: ${one}` });
      if (size === 'usual') for (const one of await objections()) wrong.push({ where, what: one });
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${size}-${dress}.png`) });
    });
  }
  await page.setViewportSize(SIZES.usual);
  const byFault = new Map();
  for (const { where, what } of wrong) byFault.set(what, [...(byFault.get(what) ?? []), where]);
  expect(wrong.length === 0, [...byFault].map(([what, places]) => `${what} (${places.length > 3 ? `${places.length} dresses` : places.join(', ')})`).join('\n'));
}

/** Looks at the page as it is once, with text at 200 %: what a person with weak eyes chooses in the window's settings. */
async function lookAtLargeText(name) {
  await settled();
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-200.png`) });
  const off = await overhang();
  expect(off.length === 0, `off the window at 200 %: ${off.join(', ')}`);
}

/** Houses of the navigation, and the places of the one that is open. */
const navigation = () =>
  page.$$eval('nav [data-test^="nav-"]', (all) => ({
    houses: all.filter((one) => !one.classList.contains('sub')).map((one) => one.dataset.test),
    places: all.filter((one) => one.classList.contains('sub')).map((one) => one.dataset.test),
  }));
/** Goes to a place through its house. */
async function goTo(house, place) {
  await page.click(test(house));
  if (place !== house) await page.click(test(place));
  await page.waitForSelector(`${test(place)}[aria-current="page"]`);
  await answered();
}

await steps.step('the locked book', async () => {
  await words.visit(bridge.address);
  await there('unlock-password');
  await look('locked');
});
await steps.step('it opens', () => words.unlock(SAMPLE));

/** Which house a place stands in. */
const houseOf = new Map();
for (const house of (await navigation()).houses) {
  await page.click(test(house));
  await settled();
  const { places: inside } = await navigation();
  for (const place of inside.length ? inside : [house]) houseOf.set(place, house);
}

/** Pages and dialogs that stand behind a page of the navigation: the keys that lead there, each with what shows that it did. */
const DEEPER = [
  { name: 'sale-new', from: 'nav-sales-list', keys: [['n', 'sale-customer']] },
  { name: 'sale', from: 'nav-sales-list', keys: [['Enter', 'sale-entry']] },
  { name: 'customer', from: 'nav-customers', keys: [['Enter', 'page-customer']] },
  { name: 'receive', from: 'nav-money', keys: [['r', 'receipt-amount']] },
  { name: 'entry-new', from: 'nav-entries', keys: [['n', 'line-1-memo']] },
  { name: 'entry', from: 'nav-sales-list', keys: [['Enter', 'sale-entry'], ['F9', 'voucher']] },
  { name: 'print-preview', from: 'nav-balance-sheet', keys: [['Control+p', 'print-preview']] },
  { name: 'save-statement', from: 'nav-balance-sheet', keys: [['Control+s', 'save-dialog']] },
  { name: 'keys', from: 'nav-entries', keys: [['?', 'key-sheet']] },
  { name: 'palette', from: 'nav-entries', keys: [['Control+k', 'palette']] },
  { name: 'help', from: 'nav-entries', keys: [['F1', 'help-panel']] },
];

/** Goes to every place and to what stands behind it. */
async function everywhere(said, body) {
  for (const [place, house] of houseOf) {
    await steps.step(`${said} ${place.replace('nav-', '')}`, async () => {
      await goTo(house, place);
      await body(place.replace('nav-', ''));
    });
  }
  for (const { name, from, keys } of DEEPER) {
    await steps.step(`${said} ${name}`, async () => {
      await goTo(houseOf.get(from), from);
      await page.waitForSelector('main [data-row], main [data-figure]');
      for (const [key, shows] of keys) {
        await press(key);
        await there(shows);
        await answered();
      }
      await body(name);
    });
    // Back to where every page begins, whatever lies open now.
    if (name === 'help') await press('F1');
    for (let tries = 0; tries < 4; tries += 1) await press('Escape');
  }
}

await everywhere('page', look);
await words.visit(`${bridge.address}&text=200`);
await there('key-line');
await everywhere('large text:', lookAtLargeText);

await steps.step('nothing failed inside the page', () => expect(words.faults.length === 0, words.faults.join('; ')));
await context.close();
await bridge.stop();
steps.finish();
