/** The report of a fault: code, version, system and the last steps. No amount, no name, no word that was typed. */
import { lastSteps } from '../api/steps';
import type { Fault } from '../parts/notices.svelte';
import { say, words } from '../words/words.svelte';
import { version } from '../../package.json';

export function faultReport(fault: Fault): string {
  const facts = Object.entries(fault.details).map(([name, fact]) => `  ${name}: ${fact}`);
  const steps = lastSteps().map((step, at) => `  ${String(at + 1).padStart(2)}  ${step}`);
  return [
    `${say('fault-report-code')}: ${fault.code}`,
    ...facts,
    `${say('fault-report-version')}: ${version}`,
    `${say('fault-report-system')}: ${navigator.userAgent}`,
    `${say('fault-report-language')}: ${words.language}`,
    `${say('fault-report-steps')}:`,
    ...(steps.length ? steps : [`  ${say('none')}`]),
    '',
  ].join('\n');
}
