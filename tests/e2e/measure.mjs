/**
 * Measures the real window on a large book: start to a usable window, click to first rows, memory of all its processes.
 * Nothing here is a test; machines differ. KONTOR_BOOK names the book, which `bench make` made.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { connect, startDriver } from './driver.mjs';

const BOOK = process.env.KONTOR_BOOK;
const CLICKS = 50;
/** A page of the navigation and what shows that its first rows, or figures, are there. */
const PLACES = [
  ['nav-today', '[data-test="today"]:not([aria-busy="true"])', null],
  ['nav-customers', '[data-test="party-list"] [data-row]', 'nav-sales'],
  ['nav-entries', '[data-test="entry-list"] [data-row]', 'nav-books'],
  ['nav-accounts', '[data-test="account-list"] [data-row]', 'nav-books'],
  ['nav-balance-sheet', '[data-test="statement"] [data-figure]', 'nav-reports'],
  ['nav-trial-balance', '[data-test="statement"] [data-figure]', 'nav-reports'],
];

const driver = startDriver();
const before = performance.now();
const browser = await connect([BOOK]);
const find = async (name) => {
  const element = await browser.$(`[data-test="${name}"]`);
  await element.waitForExist({ timeout: 60_000 });
  return element;
};
await find('unlock-password');
const started = performance.now() - before;
const inside = await browser.execute(() => Math.round(performance.now()));
await (await find('unlock-person')).setValue('bench');
await (await find('unlock-password')).setValue('bench bench bench');
const unlocking = await browser.executeAsync((done) => {
  const from = performance.now();
  const watch = () => (document.querySelector('main[data-test^="page-"]') ? requestAnimationFrame(() => done(performance.now() - from)) : requestAnimationFrame(watch));
  document.querySelector('[data-test="unlock"], [data-test="unlock-go"], .go .btn')?.click();
  watch();
});

const rowsOf = [];
for (const [name, selector, house] of PLACES) {
  // A place stands in the navigation only while its house is chosen; its house leads to its first place.
  const has = await browser.execute((wanted) => document.querySelector(`[data-test="${wanted}"]`) !== null, house ?? name);
  if (!has) continue;
  const times = [];
  for (let at = 0; at < CLICKS; at += 1) {
    if (house) await browser.execute((wanted) => document.querySelector(`[data-test="${wanted}"]`).click(), house);
    times.push(await clickFrom(name, selector));
  }
  times.sort((one, other) => one - other);
  rowsOf.push([name.replace('nav-', ''), times[Math.floor(times.length / 2)], times.at(-1)]);
}

/** From a neighbour in the same house where there is one, so that the click itself is what is measured. */
async function clickFrom(name, selector) {
  return browser.executeAsync(
    (wanted, rows, done) => {
      const button = document.querySelector(`[data-test="${wanted}"]`);
      const neighbour = [...button.closest('li').querySelectorAll('[data-test^="nav-"]')].find((one) => one !== button && one.classList.contains('sub')) ?? document.querySelector('[data-test="nav-settings"]');
      neighbour.click();
      const leave = (tries) => (document.querySelector(rows) && tries > 0 ? requestAnimationFrame(() => leave(tries - 1)) : requestAnimationFrame(() => requestAnimationFrame(go)));
      const go = () => {
        const again = document.querySelector(`[data-test="${wanted}"]`) ?? button;
        const shown = document.querySelector(rows);
        const from = performance.now();
        again.click();
        const watch = () => {
          const now = document.querySelector(rows);
          if (now && now !== shown) requestAnimationFrame(() => done(performance.now() - from));
          else requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
      };
      leave(30);
    },
    name,
    selector,
  );
}

/** Proportional memory of a process and all it started: shared pages count once. */
function memory(root) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(Number(pid), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid) => pid === root || (parents.has(pid) && isOurs(parents.get(pid)));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (pid === root || !isOurs(pid)) continue;
    try {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      if (!/WebDriver|tauri-driver/i.test(name)) kilobytes += pss;
    } catch {
      // It ended meanwhile.
    }
  }
  return kilobytes / 1024;
}

console.log(`start to unlock page, with driver   ${started.toFixed(0)} ms (inside the page ${inside} ms)`);
console.log(`unlock to first page                ${unlocking.toFixed(0)} ms`);
for (const [name, median, worst] of rowsOf) console.log(`${name.padEnd(20)} first rows, median ${median.toFixed(0)} ms, worst of ${CLICKS} ${worst.toFixed(0)} ms`);
console.log(`memory of all processes             ${memory(driver.pid).toFixed(0)} MB (PSS)`);
await browser.deleteSession().catch(() => {});
driver.kill();
