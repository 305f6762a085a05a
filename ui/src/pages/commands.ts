/** What a person can do from the palette, as data: each action of the door's table and the page where it is done. */
import type { IconName } from '../parts/Icon.svelte';
import type { Action } from '../api/wire';
import type { Route } from './route.svelte';

export interface Command {
  /** Its words are action-<name>. */
  does: Action['do'] | 'back_up' | 'print';
  to: Route;
  icon: IconName;
  /** A further name people know it by, as a key of the words. */
  also?: string;
  /** What one must be allowed besides it, to see the page. */
  needs?: string;
}

/** In the order they are offered before anything is typed: the most frequent first. */
export const COMMANDS: Command[] = [
  { does: 'record_sale', to: { page: 'sale-new' }, icon: 'plus', also: 'sale-new' },
  { does: 'receive_money', to: { page: 'receive' }, icon: 'plus', also: 'received' },
  { does: 'record_entry', to: { page: 'entry-new' }, icon: 'plus', also: 'entry-new' },
  { does: 'add_party', to: { page: 'customers', make: '' }, icon: 'plus', also: 'party-new' },
  { does: 'add_item', to: { page: 'items', make: '' }, icon: 'plus', also: 'item-new' },
  { does: 'post_entry', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'post_entries', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'change_entry', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'save_template', to: { page: 'entry-new' }, icon: 'books', needs: 'record_entry' },
  { does: 'remove_template', to: { page: 'entry-new' }, icon: 'books', needs: 'record_entry' },
  { does: 'generate_entries', to: { page: 'generated' }, needs: 'preview_generated', icon: 'books' },
  { does: 'set_generation_policy', to: { page: 'generated' }, needs: 'preview_generated', icon: 'books' },
  { does: 'save_transfer', to: { page: 'generated' }, needs: 'preview_generated', icon: 'books' },
  { does: 'remove_transfer', to: { page: 'generated' }, needs: 'preview_generated', icon: 'books' },
  { does: 'close_period', to: { page: 'close' }, needs: 'get_close', icon: 'books' },
  { does: 'print', to: { page: 'statement', name: 'balance-sheet' }, icon: 'reports', needs: 'get_statement' },
  { does: 'back_up', to: { page: 'settings', part: 'backup' }, icon: 'settings' },
  { does: 'reverse_sale', to: { page: 'sales' }, icon: 'sales', needs: 'list_sales' },
  { does: 'reverse_receipt', to: { page: 'receipts' }, icon: 'money', needs: 'list_receipts' },
  { does: 'reverse_entry', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'reverse_entries', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'discard_entry', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'set_cash_flow_item', to: { page: 'entries' }, icon: 'books', needs: 'list_entries' },
  { does: 'add_asset', to: { page: 'assets' }, icon: 'books', also: 'asset-new', needs: 'list_assets' },
  { does: 'add_account', to: { page: 'accounts' }, icon: 'books', also: 'account-new' },
  { does: 'add_year', to: { page: 'settings', part: 'periods' }, icon: 'settings', needs: 'close_period' },
  { does: 'reopen_period', to: { page: 'settings', part: 'periods' }, icon: 'settings', needs: 'close_period' },
  { does: 'add_person', to: { page: 'settings', part: 'people' }, icon: 'people', also: 'person-new' },
  { does: 'save_import_mapping', to: { page: 'import' }, icon: 'books', also: 'nav-import' },
  { does: 'remove_import_mapping', to: { page: 'import' }, icon: 'books' },
  { does: 'set_opening', to: { page: 'opening' }, icon: 'books' },
  { does: 'leave_feedback', to: { page: 'feedback' }, icon: 'help' },
  { does: 'set_company', to: { page: 'settings', part: 'company' }, icon: 'settings' },
];
