/** The reading half of the door. */
import { remember } from './recent-refusals';
import { refused } from './refused';
import type { Answers, Question } from './wire';
import { host } from './host';
import { stepped } from './steps';
import { watched } from './waiting.svelte';

export async function ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
  stepped('ask', question.ask);
  try {
    return (await watched(host.carry('ask', question))) as Answers[Q['ask']];
  } catch (error) {
    throw remember(refused(error), question);
  }
}
