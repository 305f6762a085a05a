/** The files and windows of the desk: choosing places, unlocking, saving. Places are opaque handles, never paths. */
import { asRefusal } from './errors';
import { remember } from './recent-refusals';
import type { DeskAnswers, DeskRequest } from './wire';
import { host } from './host';

export async function desk<R extends DeskRequest>(request: R): Promise<DeskAnswers[R['desk']]> {
  try {
    return (await host.carry('desk', request)) as DeskAnswers[R['desk']];
  } catch (error) {
    throw remember(asRefusal(error), request);
  }
}
