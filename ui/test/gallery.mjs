/**
 * Looks at every part in every state, in four themes and two languages: `node test/gallery.mjs [--write]`.
 *
 * What is compared is the structure of what is drawn and not its dots: for each sample its height, its colours, its type, whether
 * something is cut, and how it names itself to a screen reader. Hanzi come from the system, so two machines never draw the
 * same dots; heights, colours and names are ours, and a difference in them is one that somebody made. The pictures are
 * written too, for eyes. The expected structure is test/gallery.txt; `--write` writes it anew, and the difference is read.
 */
import { createServer } from 'node:http';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = here('../../target/gallery/');
const expectedFile = here('./gallery.txt');
const pictures = process.env.KONTOR_PICTURES ?? here('../../target/journeys/gallery-pictures/');
const axe = await readFile(here('../node_modules/axe-core/axe.min.js'), 'utf8');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
// The policy of the desktop shell: a part that needs more than this must fail here.
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'";
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-device-scale-factor=1'];

const THEMES = { light: 'theme=light', dark: 'theme=dark', 'light-more': 'theme=light&contrast=more', 'dark-more': 'theme=dark&contrast=more' };
const LANGUAGES = ['zh-CN', 'en'];
/** What must be done before an overlay is there. */
const OVERLAYS = {
  dialog: async () => {},
  fault: async () => {},
  menu: (page) => page.click('[data-test="menu"]'),
  picker: async (page) => {
    await page.fill('[data-test="picker"]', 'nord');
    await page.waitForSelector('[role="option"]');
  },
  days: async (page) => {
    await page.focus('[data-test="day"]');
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForSelector('[data-test="days"] :focus');
  },
  done: async () => {},
  refused: async () => {},
};

let passed = 0;
let failed = 0;
function check(what, faults) {
  if (faults.length === 0) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${what}\n  ${faults.slice(0, 12).join('\n  ')}${faults.length > 12 ? `\n  and ${faults.length - 12} more` : ''}`);
  }
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  try {
    const content = await readFile(join(built, normalize(pathname === '/' ? '/gallery.html' : pathname)));
    response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/html', 'content-security-policy': POLICY }).end(content);
  } catch {
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.KONTOR_CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
// Nothing moves while it is looked at: a colour on its way would be measured as one that nobody chose.
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

async function open(language, theme, show = 'parts', more = '') {
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.setDefaultTimeout(15_000);
  await page.goto(`${address}?lang=${language}&${THEMES[theme]}&show=${show}${more}`);
  await page.waitForSelector('main h1');
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints };
}

async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} (${node.any[0]?.message ?? one.help})`));
}

/** One line a sample: what a person would see change. */
const structureOf = (page) =>
  page.evaluate(() => {
    const hex = (colour) => {
      const [red, green, blue, alpha = '1'] = colour.match(/[\d.]+/g) ?? [];
      return Number(alpha) === 0 ? 'none' : `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    };
    return [...document.querySelectorAll('[data-sample]')].map((sample) => {
      const part = sample.firstElementChild;
      const style = getComputedStyle(part);
      const named = [...sample.querySelectorAll('button, input, [role]:not([role*="row"], [role*="cell"], [role*="header"])')].map((one) => `${one.getAttribute('role') ?? one.localName}${one.getAttribute('aria-label') || one.textContent.trim() || one.closest('label') ? '' : ' WITHOUT NAME'}`);
      const cut = [...sample.querySelectorAll('.n, button > span')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').length;
      return `${sample.dataset.sample} | height ${Math.round(part.getBoundingClientRect().height)} | ${style.fontSize} ${style.fontWeight} | ink ${hex(style.color)} on ${hex(style.backgroundColor)} edge ${style.borderTopWidth === '0px' ? 'none' : hex(style.borderTopColor)} | ${[...new Set(named)].sort().join(', ')}${cut ? ` | ${cut} CUT` : ''}`;
    });
  });

/** Every stop of the Tab key shows where it is. */
async function stopsWithoutRing(page) {
  const hidden = [];
  const seen = new Set();
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const now = document.activeElement;
      if (!now || now === document.body) return null;
      const ring = (one) => one && getComputedStyle(one).outlineStyle !== 'none' && Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2;
      const shown = ring(now) || ring(now.closest('.box, .cell')) || ring(now.querySelector('.here')) || now.matches('.is-empty');
      return { name: `${now.closest('[data-sample]')?.dataset.sample}: ${now.outerHTML.slice(0, 80)}`, shown: Boolean(shown) };
    });
    if (!found) break;
    if (!found.shown && !seen.has(found.name)) hidden.push(found.name);
    seen.add(found.name);
  }
  return seen.size > 20 ? hidden : ['the Tab key went nowhere'];
}

const lines = [];
for (const language of LANGUAGES) {
  for (const theme of Object.keys(THEMES)) {
    const name = `${language} ${theme}`;
    const { page, complaints } = await open(language, theme);
    await page.fill('[data-test="wrong"]', '12a');
    await page.fill('[data-test="sum"]', '1200*1.13');
    check(`axe, parts, ${name}`, await findings(page));
    lines.push(...(await structureOf(page)).map((line) => `${name} | ${line}`));
    await page.screenshot({ path: join(pictures, `parts-${name.replace(' ', '-')}.png`), fullPage: true });
    check(`console, parts, ${name}`, complaints);
    await page.close();
    for (const [show, reach] of Object.entries(OVERLAYS)) {
      const { page: above, complaints: said } = await open(language, theme, show);
      await reach(above);
      await above.waitForTimeout(120);
      check(`axe, ${show}, ${name}`, await findings(above));
      check(`console, ${show}, ${name}`, said);
      await above.screenshot({ path: join(pictures, `${show}-${name.replace(' ', '-')}.png`) });
      await above.close();
    }
  }
  const { page } = await open(language, 'light');
  check(`focus is seen, ${language}`, await stopsWithoutRing(page));
  await page.close();
  const { page: large } = await open(language, 'light', 'parts', '&text=200');
  const wide = await large.evaluate(() => [...document.querySelectorAll('[data-sample]')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.dataset.sample} is wider than its place`));
  check(`text at 200 %, ${language}`, wide);
  check(`text at 200 % is twice as large, ${language}`, (await large.evaluate(() => getComputedStyle(document.body).fontSize)) === '26px' ? [] : ['it is not']);
  await large.screenshot({ path: join(pictures, `parts-${language}-200.png`), fullPage: true });
  await large.close();
}

const text = `${lines.join('\n')}\n`;
if (process.argv.includes('--write')) await writeFile(expectedFile, text);
const expected = new Set((await readFile(expectedFile, 'utf8').catch(() => '')).split('\n'));
const found = new Set(text.split('\n'));
check('the parts look as they are written down', [...[...found].filter((line) => !expected.has(line)).map((line) => `now      ${line}`), ...[...expected].filter((line) => !found.has(line)).map((line) => `expected ${line}`)]);
check('every part that can be used has a name', lines.filter((line) => line.includes('WITHOUT NAME')));

const shipped = await readdir(here('../dist'), { recursive: true }).catch(() => []);
const texts = await Promise.all(shipped.filter((path) => /\.(js|html|css)$/.test(path)).map(async (path) => [path, await readFile(join(here('../dist'), path), 'utf8')]));
check('nothing of the gallery is shipped', texts.length === 0 ? ['the window is not built: npm run build'] : texts.filter(([path, content]) => /gallery/i.test(path) || content.includes('data-sample')).map(([path]) => path));

await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
