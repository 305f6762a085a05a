/** Which keys work now. Screens and dialogs lay their keys on top of each other; the line at the foot shows them. */
import { untrack } from 'svelte';
import { isComposing } from './composing';

export interface Binding {
  /** "N", "Ctrl+Enter", "F8", "ArrowDown", "Alt+ArrowLeft". */
  key: string;
  /** What the key does, already said. A key without a label works but is not listed. */
  label?: string;
  run: (event: KeyboardEvent) => void;
  /** Plain keys are text while a person types, unless they belong to the typing itself. */
  inFields?: boolean;
}

interface Layer {
  order: number;
  bindings: () => Binding[];
  isModal: boolean;
}

let layers = $state.raw<Layer[]>([]);
let lastOrder = 0;

/** Call it while a component is set up; its keys work as long as the component is there. */
export function useKeys(bindings: () => Binding[], options: { isModal?: boolean } = {}): void {
  // Effects of children run before those of their parents; the order of being set up is the order that counts.
  const order = (lastOrder += 1);
  $effect(() => {
    const layer: Layer = { order, bindings, isModal: options.isModal ?? false };
    layers = [...untrack(() => layers), layer].sort((one, other) => one.order - other.order);
    return () => {
      layers = layers.filter((other) => other !== layer);
    };
  });
}

/** From the topmost layer down to the first modal one. */
function reachable(): Layer[] {
  const top = layers.findLastIndex((layer) => layer.isModal);
  return layers.slice(Math.max(0, top)).reverse();
}

/** For the line at the foot: keys with one label stand together. */
export function keysNow(): { label: string; keys: string[] }[] {
  const groups: { label: string; keys: string[] }[] = [];
  const taken = new Set<string>();
  for (const layer of reachable()) {
    for (const { key, label } of layer.bindings()) {
      if (taken.has(key)) continue;
      taken.add(key);
      if (!label) continue;
      const group = groups.find((other) => other.label === label);
      if (group) group.keys.push(key);
      else groups.push({ label, keys: [key] });
    }
  }
  return groups;
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Enter and Space belong to a button; a ring takes only Space, so that Enter still goes on. */
const isPressed = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  target.closest(key === ' ' ? 'button' : 'button:not([role="radio"])') !== null;

export function isKey(event: KeyboardEvent, wanted: string): boolean {
  const pieces = wanted.split('+');
  const key = pieces.at(-1) || '+';
  const has = (name: string) => pieces.slice(0, -1).includes(name);
  const command = event.ctrlKey || event.metaKey;
  if (has('Ctrl') !== command || has('Alt') !== event.altKey) return false;
  if (has('Shift') && !event.shiftKey) return false;
  if (key.length === 1) return event.key.toLowerCase() === key.toLowerCase();
  return event.key === key;
}

function mayRun(binding: Binding, event: KeyboardEvent): boolean {
  if (!isKey(event, binding.key)) return false;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^(F\d+|Escape)$/.test(event.key);
  if (!isPlain) return true;
  if (isEditable(event.target)) return binding.inFields ?? false;
  return !(/^(Enter| )$/.test(event.key) && isPressed(event.target, event.key));
}

export function dispatchKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  for (const layer of reachable()) {
    const binding = layer.bindings().find((candidate) => mayRun(candidate, event));
    if (binding) {
      event.preventDefault();
      binding.run(event);
      return;
    }
  }
}

const isApple = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
const CAPS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Insert: 'Ins',
  Delete: 'Del',
  ' ': 'Space',
  Ctrl: isApple ? '⌘' : 'Ctrl',
  Alt: isApple ? '⌥' : 'Alt',
  '-': '−',
};

/** "Ctrl+ArrowUp" as it is printed on a keycap: "Ctrl ↑". */
export const capOf = (key: string): string =>
  key.length === 1
    ? (CAPS[key] ?? key.toUpperCase())
    : key
        .split('+')
        .map((piece) => CAPS[piece] ?? (piece.length === 1 ? piece.toUpperCase() : piece))
        .join(' ');
