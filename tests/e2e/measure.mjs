/**
 * Measures the real window on a large book: start to a usable window, click to first rows, memory of all its processes,
 * size of what it loads. Nothing here is a test; machines differ. KONTOR_BOOK names the book, which `bench make` made,
 * KONTOR_PAGE the built page.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { connect, startDriver } from './driver.mjs';

const BOOK = process.env.KONTOR_BOOK;
const PAGE = process.env.KONTOR_PAGE;
const CLICKS = 50;
/** What leads to a page, the last of them measured, and what shows that its first rows, or figures, are there. */
const PLACES = [
  ['today', ['nav-today'], '[data-test="today-figures"][aria-busy="false"]'],
  ['customers', ['nav-sales', 'nav-customers'], '[data-test="party-list"] [data-row]'],
  ['entries', ['nav-books'], '[data-test="entry-list"] [data-row]'],
  ['accounts', ['nav-books', 'nav-accounts'], '[data-test="account-list"] [data-row]'],
  ['balance sheet', ['nav-reports'], '[data-test="statement"] [data-figure]'],
  ['trial balance', ['nav-reports', 'nav-trial-balance'], '[data-test="statement"] [data-figure]'],
];

/** In the page: goes away, then along the way, and times the last click until new rows are drawn; below nothing when none come. */
function timeClicks(way, rows, done) {
  const PATIENCE_MS = 8000;
  const find = (name) => document.querySelector(`[data-test="${name}"]`);
  const until = (holds, then) => {
    const from = performance.now();
    const look = () => (holds() || performance.now() - from > PATIENCE_MS ? requestAnimationFrame(() => then(performance.now())) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };
  find('nav-settings').click();
  until(() => !document.querySelector(rows), () => step(0));
  function step(at) {
    const last = at === way.length - 1;
    // A page on the way is left to come to rest, so that the click itself is what is measured.
    until(() => find(way[at]), () => setTimeout(() => go(at, last), 60));
  }
  function go(at, last) {
    const shown = document.querySelector(rows);
    const from = performance.now();
    find(way[at]).click();
    if (!last) return step(at + 1);
    const isThere = () => document.querySelector(rows) && document.querySelector(rows) !== shown;
    until(isThere, (now) => done(isThere() ? now - from : -1));
  }
}

/** What a page loads before anything is clicked: the script its first file names, and what that names in turn. */
function firstLoad() {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name);
  return names.map((name) => [name, statSync(join(PAGE, name)).size]).sort((one, other) => other[1] - one[1]);
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

const driver = startDriver();
try {
  const before = performance.now();
  const browser = await connect([BOOK]);
  try {
    await browser.setTimeout({ script: 60_000 });
    const find = async (name) => {
      const element = await browser.$(`[data-test="${name}"]`);
      await element.waitForExist({ timeout: 60_000 });
      return element;
    };
    await find('unlock-password');
    const started = performance.now() - before;
    const inside = await browser.execute(() => Math.round(performance.now()));
    console.log(`start to unlock page, with driver   ${started.toFixed(0)} ms (inside the page ${inside} ms)`);
    await (await find('unlock-person')).setValue('bench');
    await (await find('unlock-password')).setValue('bench bench bench');
    const unlocking = await browser.executeAsync((rows, done) => {
      const from = performance.now();
      const look = () => (document.querySelector(rows) ? requestAnimationFrame(() => done(performance.now() - from)) : requestAnimationFrame(look));
      document.querySelector('[data-test="unlock"]').click();
      look();
    }, PLACES[0][2]);
    console.log(`unlock to the figures of today      ${unlocking.toFixed(0)} ms`);

    for (const [name, way, rows] of PLACES) {
      const times = [];
      for (let at = 0; at < CLICKS; at += 1) times.push(await browser.executeAsync(timeClicks, way, rows));
      times.sort((one, other) => one - other);
      if (times[0] < 0) console.log(`${name.padEnd(14)} no rows came`);
      else console.log(`${name.padEnd(14)} click to first rows  median ${times[CLICKS / 2].toFixed(0)} ms, worst of ${CLICKS} ${times.at(-1).toFixed(0)} ms`);
    }
    console.log(`memory of all processes             ${memory(driver.pid).toFixed(0)} MB (PSS)`);
  } finally {
    await browser.deleteSession().catch(() => {});
  }
  if (PAGE) {
    const files = firstLoad();
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
    console.log(`first load of the page              ${kilobytes(files.reduce((sum, [, size]) => sum + size, 0))}`);
    for (const [name, size] of files) console.log(`  ${name.padEnd(34)}${kilobytes(size)}`);
  }
} finally {
  driver.kill();
}
