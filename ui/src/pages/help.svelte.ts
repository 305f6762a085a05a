/** Whether the manual lies beside the work, and at which page. */

let isOpen = $state(false);
let page = $state<string | null>(null);

export const help = {
  get isOpen(): boolean {
    return isOpen;
  },
  /** A page somebody asked for; null for the one that belongs to the screen. */
  get page(): string | null {
    return page;
  },
  open(wanted: string | null = null): void {
    page = wanted;
    isOpen = true;
  },
  close(): void {
    isOpen = false;
    page = null;
  },
  toggle(): void {
    if (isOpen) help.close();
    else help.open();
  },
};
