/**
 * Starts the test bridge for a journey, and ends it: gently at the end, or as a power cut would.
 *
 * KONTOR_BRIDGE  the bridge (default target/debug/bridge)
 * KONTOR_PAGE    the built page it serves (default ui/dist)
 * KONTOR_CLI     the command line, which makes sample books (default target/debug/kontor)
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const inTree = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BRIDGE = process.env.KONTOR_BRIDGE ?? inTree('target/debug/bridge');
const PAGE = process.env.KONTOR_PAGE ?? inTree('ui/dist');
const CLI = process.env.KONTOR_CLI ?? inTree('target/debug/kontor');

/** Who owns every sample book, and the password the journeys give it. */
export const SAMPLE = { person: 'owner', password: 'kontor-sample' };

/** The sample company's book in a folder; `more` are further words of `kontor demo`. */
export function makeSample(folder, more = []) {
  mkdirSync(folder, { recursive: true });
  const book = join(folder, 'sample.kontor');
  const password = join(folder, 'password');
  writeFileSync(password, SAMPLE.password);
  execFileSync(CLI, ['demo', book, '--password-file', password, ...more], { stdio: ['ignore', 'ignore', 'inherit'] });
  return book;
}

/** Runs the command line on a book and answers what it said. */
export const kontor = (words) => execFileSync(CLI, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** A running bridge; dialogs answer in the folder `places`. */
export async function startBridge({ places, book = null, port = 0 }) {
  mkdirSync(places, { recursive: true });
  const words = ['--page', PAGE, '--places', places, '--port', String(port), ...(book ? ['--book', book] : [])];
  const child = spawn(BRIDGE, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then(() => Promise.reject(new Error('the bridge ended before it said where it is'))),
  ]);
  const end = async (signal) => {
    child.kill(signal);
    await ended;
  };
  return { address: String(address).trim(), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
