/** The report of a fault: code, version, system and the last steps. No amount, no name, no word that was typed. */
import { lastSteps } from '../api/steps';
import type { Fault } from '../parts/notices.svelte';
import { say, words } from '../words/words.svelte';
import { version } from '../../package.json';

export function faultReport(fault: Fault): string {
  const facts = Object.entries(fault.details).map(([name, fact]) => `  ${name}: ${fact}`);
  const steps = lastSteps().map((step, at) => `  ${String(at + 1).padStart(2)}  ${step}`);
  return [
    `${say('report-code')}: ${fault.code}`,
    ...facts,
    `${say('report-version')}: ${version}`,
    `${say('report-system')}: ${navigator.userAgent}`,
    `${say('report-language')}: ${words.language}`,
    `${say('report-steps')}:`,
    ...(steps.length ? steps : [`  ${say('none')}`]),
    '',
  ].join('\n');
}
