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
interface Problem {
  kind: string;
  code: string;
  details: Facts;
}

let notices = $state.raw<Notice[]>([]);
let fault = $state.raw<Fault | null>(null);
let last = 0;

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
  put({ tone: 'done', text, ...(act && { act }) }, 4500);

/** Something new that nobody asked about: it stays long enough to be read and needs no answer. */
export const noticeNews = (text: string, act: NonNullable<Notice['act']>): void =>
  put({ tone: 'done', text, act }, 20_000);

/** The sentence for a problem, wherever it came from. */
export const sentenceOf = (error: unknown): string =>
  isProblem(error) ? sayError(error.code, error.details) : sayError('unknown', { code: String(error) });

export function noticeProblem(error: unknown): void {
  if (isProblem(error) && error.kind === 'bug') {
    fault = { code: error.code, details: error.details };
    return;
  }
  put({ tone: 'problem', text: sentenceOf(error) }, 9000);
}
