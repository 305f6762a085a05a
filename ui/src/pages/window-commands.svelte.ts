/** Every command that works on all screens: one table, from which keys, the sheet of keys and the system's menu are made. */
import { host } from '../api/host';
import { desk } from '../api/desk';
import { newsOf } from '../api/changed.svelte';
import { session } from '../api/session.svelte';
import { NO_KEY, pressKey, type Binding } from '../parts/keys.svelte';
import { noticeDone, noticeProblem } from '../parts/notices.svelte';
import { TEXT_SIZES, textSize } from '../parts/scale.svelte';
import { say, words } from '../words/words.svelte';
import { help } from './help.svelte';
import { keySheet } from './key-sheet.svelte';
import { palette } from './palette.svelte';
import { housesFor } from './places';
import { route, type Route } from './route.svelte';
import { theme } from './theme.svelte';
import { verifying } from './verifying.svelte';

export type MenuName = 'file' | 'go' | 'view' | 'help';

export interface Command {
  id: string;
  /** What it does, said. */
  label: string;
  menu: MenuName;
  /** Opens a new stretch of its menu. */
  begins?: boolean;
  key?: string;
  /** Further keys that do the same. */
  more?: string[];
  /** For a choice that is on or off. */
  checked?: boolean;
  run: () => void;
}

const lock = () => void session.lock().catch(noticeProblem);
const openWindow = () => host.openWindow(route.now);

/** A form that is open stays as it is. */
function begin(to: Route): void {
  if (route.now?.page !== to.page) route.go(to);
}

async function backUp(): Promise<void> {
  try {
    const made = await desk({ desk: 'backup_now' });
    noticeDone(say('backup-made', { file: made.file }));
    newsOf(['company']);
  } catch (error) {
    noticeProblem(error, { again: () => void backUp() });
  }
}

/** A screen that prints has its own way; the others print as they stand. */
const print = () => {
  if (!pressKey('Ctrl+p')) window.print();
};

/** The commands of a window whose book is open, for this person, in this language. */
export function commandsNow(): Command[] {
  const houses = housesFor(session.company);
  const may = session.may;
  return [
    ...(may('record_sale') ? [{ id: 'new-sale', label: say('command-new-sale'), menu: 'file' as const, key: 'Ctrl+n', run: () => begin({ page: 'sale-new' }) }] : []),
    ...(may('receive_money') ? [{ id: 'receive', label: say('command-receive'), menu: 'file' as const, key: 'Ctrl+r', run: () => begin({ page: 'receive' }) }] : []),
    ...(may('record_entry') ? [{ id: 'new-entry', label: say('command-new-entry'), menu: 'file' as const, key: 'Ctrl+e', run: () => begin({ page: 'entry-new' }) }] : []),
    { id: 'new-window', label: say('command-new-window'), menu: 'file', begins: true, key: 'Ctrl+Shift+n', run: openWindow },
    { id: 'print', label: say('command-print'), menu: 'file', begins: true, key: 'Ctrl+p', run: print },
    ...(may('back_up') && session.backup.places.length > 0 ? [{ id: 'back-up', label: say('command-back-up'), menu: 'file' as const, key: 'Ctrl+Shift+b', run: () => void backUp() }] : []),
    ...(may('verify') ? [{ id: 'verify', label: say('command-verify'), menu: 'file' as const, run: verifying.open }] : []),
    { id: 'lock', label: say('command-lock'), menu: 'file', begins: true, key: 'Ctrl+l', run: lock },
    { id: 'close-window', label: say('command-close-window'), menu: 'file', key: 'Ctrl+w', run: () => host.closeWindow() },
    { id: 'find', label: say('palette-key'), menu: 'go', key: 'Ctrl+k', run: palette.open },
    { id: 'back', label: say('command-back'), menu: 'go', key: 'Alt+ArrowLeft', run: route.back },
    ...houses.flatMap((house, at) =>
      house.places.map((place, nth) => ({
        id: `go-${place.id}`,
        label: say(`nav-${place.id}`),
        menu: 'go' as const,
        ...(nth === 0 && { begins: true, key: `Ctrl+${at + 1}` }),
        run: () => route.start(place.to),
      })),
    ),
    ...viewCommands(),
    { id: 'manual', label: say('help'), menu: 'help', run: help.toggle },
    { id: 'keys', label: say('command-keys'), menu: 'help', key: '?', run: keySheet.open },
  ];
}

/** The commands that need no open book. */
export function commandsWithoutBook(): Command[] {
  return [
    { id: 'new-window', label: say('command-new-window'), menu: 'file', key: 'Ctrl+Shift+n', run: () => host.openWindow(null) },
    { id: 'close-window', label: say('command-close-window'), menu: 'file', key: 'Ctrl+w', run: () => host.closeWindow() },
    ...viewCommands(),
    { id: 'keys', label: say('command-keys'), menu: 'help', key: '?', run: keySheet.open },
  ];
}

const larger = () => textSize.choose(TEXT_SIZES.find((size) => size > textSize.percent) ?? textSize.percent);
const smaller = () => textSize.choose(TEXT_SIZES.findLast((size) => size < textSize.percent) ?? textSize.percent);

function viewCommands(): Command[] {
  return [
    { id: 'language', label: say('command-language'), menu: 'view', key: 'F12', run: words.toggle },
    { id: 'theme', label: say('command-theme'), menu: 'view', checked: theme.isDark, run: theme.toggle },
    { id: 'text-larger', label: say('command-text-larger'), menu: 'view', begins: true, key: 'Ctrl+=', more: ['Ctrl++'], run: larger },
    { id: 'text-smaller', label: say('command-text-smaller'), menu: 'view', key: 'Ctrl+-', run: smaller },
    { id: 'text-usual', label: say('command-text-usual'), menu: 'view', key: 'Ctrl+0', run: () => textSize.choose(100) },
  ];
}

/**
 * The table as keys. A screen's own key comes first, so printing does not call itself. What has no key stands here too,
 * under none, for the system's menu runs it by its name.
 */
export const bindingsOf = (commands: Command[]): Binding[] =>
  commands.flatMap((command) =>
    [command.key ?? NO_KEY, ...(command.more ?? [])].map((key, nth) => ({
      key,
      id: command.id,
      ...(nth === 0 && command.key && { about: command.label }),
      run: command.run,
    })),
  );
