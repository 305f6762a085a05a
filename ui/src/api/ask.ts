/** The reading half of the door. */
import { asRefusal } from './errors';
import { remember } from './recent-refusals';
import type { Answers, Question } from './wire';
import { host } from './host';

export async function ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
  try {
    return (await host.carry('ask', question)) as Answers[Q['ask']];
  } catch (error) {
    throw remember(asRefusal(error), question);
  }
}
