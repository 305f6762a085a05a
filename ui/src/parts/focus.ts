/** Moving the caret from field to field without the mouse. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { isEnter } from './composing';

const FIELDS = 'input:not([disabled]):not([readonly]):not([tabindex="-1"]), textarea:not([disabled])';

export const fieldsIn = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(FIELDS),
];

/** Puts the caret into the next (or previous) field of the group; false at its end. */
export function moveFocus(from: Element, step: 1 | -1 = 1): boolean {
  const group = from.closest('[data-fields]');
  if (!group) return false;
  const fields = fieldsIn(group);
  const next = fields[fields.indexOf(from as HTMLElement) + step];
  next?.focus();
  return next !== undefined;
}

/** Inside this element Enter goes to the next field; after the last one it calls `atEnd`. */
export const enterMoves =
  (atEnd?: () => void): Attachment<HTMLElement> =>
  (element) => {
    element.dataset.fields = '';
    const onkeydown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isEnter(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (!moveFocus(event.target, event.shiftKey ? -1 : 1)) atEnd?.();
    };
    // `on` keeps the order of handlers: the field itself is asked before its group.
    return on(element, 'keydown', onkeydown);
  };

/** The caret goes into the first field when the element appears. */
export const focusFirst: Attachment<HTMLElement> = (element) => {
  (fieldsIn(element)[0] ?? element.querySelector<HTMLElement>('button'))?.focus();
};
