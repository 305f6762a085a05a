/** Help while one works: the manual beside the screen, and a course at the foot of the window. */

let isOpen = $state(false);
let page = $state<string | null>(null);
let course = $state<string | null>(null);

export const help = {
  get isOpen(): boolean {
    return isOpen;
  },
  /** A page somebody asked for; null for the one that belongs to the screen. */
  get page(): string | null {
    return page;
  },
  /** The course that is being taken. */
  get course(): string | null {
    return course;
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
  learn(id: string): void {
    course = id;
  },
  putAside(): void {
    course = null;
  },
};
