/** The system's menu, made from the table of commands: the shell is told its words and answers with what was chosen. */
import { host, type MenuRequest } from '../api/host';
import { runCommand } from '../parts/keys.svelte';
import { say } from '../words/words.svelte';
import type { Command, MenuName } from './window-commands.svelte';

const MENUS: MenuName[] = ['file', 'go', 'view', 'help'];
const EDITING = ['undo', 'redo', 'cut', 'copy', 'paste', 'select_all'] as const;

/** "Ctrl+Shift+n" as the system's menu reads it; a key that is also text is left to the page. */
const acceleratorOf = (key: string | undefined): string | null => {
  if (!key || key.length === 1) return null;
  const pieces = key.split('+');
  const last = pieces.pop() || '+';
  return [...pieces, last.length === 1 ? last.toUpperCase() : last].join('+');
};

/** A line of a menu begins with a capital. */
const begun = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

export function menusOf(commands: Command[]): MenuRequest[] {
  const menus = MENUS.map((name) => ({
    label: say(`menu-${name}`),
    items: commands
      .filter((command) => command.menu === name)
      .flatMap((command, nth) => [
        ...(command.begins && nth > 0 ? [{ kind: 'line' as const }] : []),
        { kind: 'command' as const, id: command.id, label: begun(command.label), key: acceleratorOf(command.key), checked: command.checked ?? null },
      ]),
  }));
  const editing = { label: say('menu-edit'), items: EDITING.map((what) => ({ kind: 'system' as const, what, label: say(`menu-${what.replace('_', '-')}`) })) };
  return [menus[0]!, editing, ...menus.slice(1)].filter((menu) => menu.items.length > 0);
}

/** Keeps the menu as the table is. Call it while a component is set up. */
export function useMenu(commands: () => Command[]): void {
  let last = '';
  $effect(() => {
    const menus = menusOf(commands());
    const text = JSON.stringify(menus);
    if (text === last) return;
    last = text;
    host.setMenu(menus);
  });
  // On a Mac the menu is the program's: the window that comes to the front puts its own there.
  $effect(() => {
    const set = () => host.setMenu(menusOf(commands()));
    if (!host.hasOneMenu) return;
    window.addEventListener('focus', set);
    return () => window.removeEventListener('focus', set);
  });
  $effect(() => host.on('menu', (id) => runCommand(String(id))));
}
