/** The last refusals of this window, by code alone: what a diagnosis may say of them. Nothing here holds a fact. */
import type { Refusal } from './errors';

export interface PastRefusal {
  at: string;
  request: string;
  code: string;
}

const MOST = 20;
let past: PastRefusal[] = [];

const isName = (text: unknown): text is string => typeof text === 'string' && /^[a-z_]{1,40}$/.test(text);

/** Keeps the code of a refusal and the name of what was asked, and gives the refusal back to be thrown. */
export function remember(refusal: Refusal, request: object): Refusal {
  const name = Object.entries(request).find(([key, value]) => ['do', 'ask', 'desk'].includes(key) && isName(value))?.[1];
  const code = isName(refusal.code) ? refusal.code : 'unknown';
  past = [...past.slice(1 - MOST), { at: new Date().toISOString(), request: String(name ?? '-'), code }];
  return refusal;
}

export const recentRefusals = (): readonly PastRefusal[] => past;
