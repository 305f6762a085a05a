/** Short surveys: which one is asked this quarter, and whether somebody never wants to be asked. Kept on this computer. */
import surveys from '../../../../assets/surveys/surveys.json';

export interface SurveyQuestion {
  /** Its words are survey-<id>. */
  id: string;
  kind: 'feeling' | 'words';
}
export interface Survey {
  id: string;
  questions: SurveyQuestion[];
}

const KEPT = 'kontor.survey';
const FIRST_DAYS = 7;

interface Kept {
  never?: boolean;
  /** The quarter whose survey was answered or left. */
  asked?: string;
  /** The quarter in which the notice was shown last. */
  noticed?: string;
  /** When the program was first used on this computer. */
  since?: string;
}

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Kept;
  } catch {
    return {};
  }
}
const keep = (next: Kept): void => localStorage.setItem(KEPT, JSON.stringify(next));

/** "2026-Q4" of "2026-11-24". */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The survey of a quarter: they take turns. */
export function surveyOf(day: string): Survey {
  const quarter = Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3);
  return (surveys as Survey[])[quarter % surveys.length]!;
}

/** Whether there is something to ask today: once a quarter, not in the first week, and never whoever said never. */
export function isSurveyDue(day: string): boolean {
  const now = kept();
  if (now.never) return false;
  if (!now.since) {
    keep({ ...now, since: day });
    return false;
  }
  return daysBetween(now.since, day) >= FIRST_DAYS && now.asked !== quarterOf(day);
}

/** Whether to tell of it: once a quarter, for it waits on its page. */
export function takeSurveyNotice(day: string): boolean {
  if (!isSurveyDue(day) || kept().noticed === quarterOf(day)) return false;
  keep({ ...kept(), noticed: quarterOf(day) });
  return true;
}

export const surveyAsked = (day: string): void => keep({ ...kept(), asked: quarterOf(day) });
export const isNeverAsked = (): boolean => kept().never ?? false;
export const askNever = (never: boolean): void => keep({ ...kept(), never });
