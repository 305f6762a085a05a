/** Something that is open over the screen or not: whoever wants it opens it, whoever draws it asks. */
export interface Opener {
  readonly isOpen: boolean;
  open: () => void;
  close: () => void;
}

export function makeOpener(): Opener {
  let isOpen = $state(false);
  return {
    get isOpen() {
      return isOpen;
    },
    open: () => void (isOpen = true),
    close: () => void (isOpen = false),
  };
}
