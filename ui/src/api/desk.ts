/** The files and windows of the desk: choosing places, unlocking, saving. Places are opaque handles, never paths. */
import { remember } from './recent-refusals';
import { refused } from './refused';
import type { DeskAnswers, DeskRequest } from './wire';
import { host } from './host';
import { stepped } from './steps';
import { watched } from './waiting.svelte';

const DIALOG = /^(choose|save_text|save_statement)/;
const QUIET = /^(state|save_draft|load_draft|drop_draft|set_language)$/;

export async function desk<R extends DeskRequest>(request: R): Promise<DeskAnswers[R['desk']]> {
  if (!QUIET.test(request.desk)) stepped('desk', request.desk);
  const answer = host.carry('desk', request);
  try {
    // While a dialog of the system is open, nobody waits for the program.
    return (await (DIALOG.test(request.desk) ? answer : watched(answer))) as DeskAnswers[R['desk']];
  } catch (error) {
    throw remember(refused(error), request);
  }
}
