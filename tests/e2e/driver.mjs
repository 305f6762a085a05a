/**
 * The real window through tauri-driver: starts the driver with folders of its own, connects, and ends it.
 *
 * KONTOR_APP       the program to drive
 * KONTOR_DRIVER    tauri-driver (default tauri-driver)
 * KONTOR_NATIVE    WebKitWebDriver (default /usr/bin/WebKitWebDriver)
 * KONTOR_PLACES    the folder in which the program's dialogs answer; made when missing, passed on to the program
 * KONTOR_PICTURES  the folder for pictures (default: none are taken)
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf } from './modules.mjs';

const { remote } = await packageOf('webdriverio');

const PORT = 4544;
const NATIVE_PORT = 4545;

export const places = process.env.KONTOR_PLACES ?? mkdtempSync(join(tmpdir(), 'kontor-places-'));
export const pictures = process.env.KONTOR_PICTURES;
for (const folder of [places, pictures]) if (folder) mkdirSync(folder, { recursive: true });

/** A device folder of its own: the journey begins on a machine that has never seen a book. */
const device = mkdtempSync(join(tmpdir(), 'kontor-device-'));

export function startDriver() {
  const driver = spawn(
    process.env.KONTOR_DRIVER ?? 'tauri-driver',
    ['--port', String(PORT), '--native-port', String(NATIVE_PORT), '--native-driver', process.env.KONTOR_NATIVE ?? '/usr/bin/WebKitWebDriver'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, KONTOR_PLACES: places, XDG_DATA_HOME: device, XDG_CONFIG_HOME: device } },
  );
  driver.on('error', (error) => console.log(`tauri-driver: ${error.message}`));
  return driver;
}

/** A driver that has just been started may not listen yet. */
export async function connect(args = []) {
  const application = process.env.KONTOR_APP;
  if (!application) throw new Error('KONTOR_APP names no program');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await remote({
        hostname: '127.0.0.1',
        port: PORT,
        logLevel: 'error',
        connectionRetryTimeout: 30_000,
        connectionRetryCount: 0,
        capabilities: { 'wdio:enforceWebDriverClassic': true, 'tauri:options': { application, args } },
      });
    } catch (error) {
      if (attempt >= 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
