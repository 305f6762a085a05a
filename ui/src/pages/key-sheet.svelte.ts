/** The sheet of keys: what worked when it was asked for, so that the sheet does not list itself. */
import { keysByReach, type KeyGroup } from '../parts/keys.svelte';

let shown = $state.raw<{ screen: KeyGroup[]; everywhere: KeyGroup[] } | null>(null);

export const keySheet = {
  get shown() {
    return shown;
  },
  open(): void {
    shown = keysByReach();
  },
  close(): void {
    shown = null;
  },
};
