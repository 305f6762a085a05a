/** Short notices at the foot of the window, and the report of a fault of ours. */
import { sayError, type Facts } from '../words/words.svelte';

export interface Notice {
  id: number;
  tone: 'done' | 'problem';
  text: string;
  act?: { label: string; key?: string; run: () => void };
}
export interface Fault {
  code: string;
  details: Facts;
}
export interface Problem {
  kind: string;
  code: string;
  details: Facts;
}

export type Act = NonNullable<Notice['act']>;
/** What whoever was refused can offer: to do it once more, or to do it at another place. */
export interface Offers {
  again?: () => void;
  elsewhere?: () => void;
}
type FindRemedy = (problem: Problem, offers: Offers) => Act | undefined;

let notices = $state.raw<Notice[]>([]);
let fault = $state.raw<Fault | null>(null);
let last = 0;
let findRemedy: FindRemedy = () => undefined;
let pointAt: (problem: Problem) => void = () => {};

/** Pages know where a remedy leads and where a field lies; they say so once. */
export function useRemedies(find: FindRemedy, point: (problem: Problem) => void): void {
  findRemedy = find;
  pointAt = point;
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'kind' in error;

export const board = {
  get notices() {
    return notices;
  },
  get fault() {
    return fault;
  },
  closeFault() {
    fault = null;
  },
  drop(id: number) {
    notices = notices.filter((notice) => notice.id !== id);
  },
  clear() {
    notices = [];
  },
};

function put(notice: Omit<Notice, 'id'>, stays_ms: number) {
  const id = (last += 1);
  // One notice at a time: the newest is what the person just caused.
  notices = [{ ...notice, id }];
  setTimeout(() => board.drop(id), stays_ms);
}

export const noticeDone = (text: string, act?: Notice['act']): void =>
  put({ tone: 'done', text, ...(act && { act }) }, act ? 9000 : 4500);

/** Something new that nobody asked about: it stays long enough to be read and needs no answer. */
export const noticeNews = (text: string, act: NonNullable<Notice['act']>): void =>
  put({ tone: 'done', text, act }, 20_000);

/** The sentence for a problem, wherever it came from. */
export const sentenceOf = (error: unknown): string =>
  isProblem(error) ? sayError(error.code, error.details) : sayError('unknown', { code: String(error) });

/** What a person can do about a problem, as a button. */
export const remedyFor = (error: unknown, offers: Offers = {}): Act | undefined =>
  isProblem(error) ? findRemedy(error, offers) : undefined;

export function openFault(problem: Problem): void {
  fault = { code: problem.code, details: problem.details };
}

export function noticeProblem(error: unknown, offers: Offers = {}): void {
  if (isProblem(error) && error.kind === 'bug') return openFault(error);
  const act = remedyFor(error, offers);
  if (isProblem(error)) pointAt(error);
  put({ tone: 'problem', text: sentenceOf(error), ...(act && { act }) }, act ? 15000 : 9000);
}
