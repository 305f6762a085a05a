/** The last steps before a fault, for its report: screens, actions, questions, codes. Never an amount, a name or a word that was typed. */

const KEPT = 24;
const steps: string[] = [];

/** Notes a step; `what` is a word of the program's own. */
export function stepped(kind: 'screen' | 'perform' | 'ask' | 'desk' | 'refused', what: string): void {
  const step = `${kind} ${what.replaceAll(/[^\w-]/g, '')}`;
  if (kind === 'ask' && steps.at(-1) === step) return;
  steps.push(step);
  if (steps.length > KEPT) steps.shift();
}

export const lastSteps = (): string[] => [...steps];
