/** Whether the palette is open. */

let isOpen = $state(false);

export const palette = {
  get isOpen(): boolean {
    return isOpen;
  },
  open(): void {
    isOpen = true;
  },
  close(): void {
    isOpen = false;
  },
};
