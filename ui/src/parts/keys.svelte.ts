/** Which keys work now. Screens and dialogs lay their keys on top of each other; the line at the foot shows them. */
import { untrack } from 'svelte';
import { isComposing } from './composing';

export interface Binding {
  /** "N", "Ctrl+Enter", "F8", "ArrowDown", "Alt+ArrowLeft". */
  key: string;
  /** What the key does, already said. A key without a label is not listed at the foot. */
  label?: string;
  /** What the sheet of all keys says of a key that the foot does not list. */
  about?: string;
  /** The command behind the key, which the system's menu may choose too. */
  id?: string;
  run: (event: KeyboardEvent) => void;
  /** Plain keys are text while a person types, unless they belong to the typing itself. */
  inFields?: boolean;
}

interface Layer {
  order: number;
  bindings: () => Binding[];
  isModal: boolean;
  isWide: boolean;
}

/** Keys that do one thing. */
export interface KeyGroup {
  label: string;
  keys: string[];
}

let layers = $state.raw<Layer[]>([]);
let lastOrder = 0;

/** Call it while a component is set up; its keys work as long as the component is there. */
export function useKeys(bindings: () => Binding[], options: { isModal?: boolean; isWide?: boolean } = {}): void {
  // Effects of children run before those of their parents; the order of being set up is the order that counts.
  const order = (lastOrder += 1);
  $effect(() => {
    const layer: Layer = { order, bindings, isModal: options.isModal ?? false, isWide: options.isWide ?? false };
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

/** Keys with one label stand together; a key that a layer above has taken is not listed again. */
function grouped(found: Layer[], say: (binding: Binding) => string | undefined, taken = new Set<string>()): KeyGroup[] {
  const groups: KeyGroup[] = [];
  for (const layer of found) {
    for (const binding of layer.bindings()) {
      const { key } = binding;
      if (taken.has(key.toLowerCase())) continue;
      taken.add(key.toLowerCase());
      const label = say(binding);
      if (!label) continue;
      const group = groups.find((other) => other.label === label);
      if (group) group.keys.push(key);
      else groups.push({ label, keys: [key] });
    }
  }
  return groups;
}

/** For the line at the foot. */
export const keysNow = (): KeyGroup[] => grouped(reachable(), ({ label }) => label);

/** For the sheet of all keys: what the screen brings, and what works everywhere. */
export function keysByReach(): { screen: KeyGroup[]; everywhere: KeyGroup[] } {
  const taken = new Set<string>();
  const [wide, own] = [reachable().filter((layer) => layer.isWide), reachable().filter((layer) => !layer.isWide)];
  const said = ({ label, about }: Binding) => label ?? about;
  return { screen: grouped(own, said, taken), everywhere: grouped(wide, said, taken) };
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Enter and Space belong to a button; a ring takes only Space, so that Enter still goes on. */
const isPressed = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  target.closest(key === ' ' ? 'button' : 'button:not([role="radio"])') !== null;

/** In place of a key where a command is run by its name alone: no keyboard sends it. */
export const NO_KEY = 'no key';

export function isKey(event: KeyboardEvent, wanted: string): boolean {
  const pieces = wanted.split('+');
  const key = pieces.at(-1) || '+';
  const has = (name: string) => pieces.slice(0, -1).includes(name);
  const command = event.ctrlKey || event.metaKey;
  if (has('Ctrl') !== command || has('Alt') !== event.altKey) return false;
  if (has('Shift') && !event.shiftKey) return false;
  // Ctrl+N and Ctrl+Shift+N are two keys; with signs, Shift only tells where on the keyboard they lie.
  if (command && /^[a-z]$/i.test(key) && has('Shift') !== event.shiftKey) return false;
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
      if (!isEcho(binding.id, 'key')) binding.run(event);
      return;
    }
  }
}

/** Systems differ in whether a key of their menu also reaches the page: the same command from the other side, at once, is the same wish. */
const ECHO_MS = 200;
let lastRun = { id: '', from: '', at: -ECHO_MS };

function isEcho(id: string | undefined, from: 'key' | 'menu'): boolean {
  if (!id) return false;
  const before = lastRun;
  const at = performance.now();
  if (before.id === id && before.from !== from && at - before.at < ECHO_MS) return true;
  lastRun = { id, from, at };
  return false;
}

/** Runs a command that the system's menu named; under a dialog it rests like its key. */
export function runCommand(id: string): void {
  const binding = reachable().flatMap((layer) => layer.bindings()).find((candidate) => candidate.id === id);
  if (binding && !isEcho(id, 'menu')) binding.run(new KeyboardEvent('keydown'));
}

/** Does what a screen's own key does; false when the screen has none such. */
export function pressKey(key: string): boolean {
  const own = reachable().filter((layer) => !layer.isWide).flatMap((layer) => layer.bindings());
  const binding = own.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
  binding?.run(new KeyboardEvent('keydown'));
  return binding !== undefined;
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
