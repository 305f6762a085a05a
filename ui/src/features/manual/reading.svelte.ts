/** What is being read in the manual: one page after the other, with the way back and on. */
import { FIRST } from './library';

export interface Spot {
  page: string;
  anchor: string | null;
}

/** A reader's way through the manual; the panel and the page of the manual each have one. */
export class Reading {
  #path = $state.raw<Spot[]>([{ page: FIRST, anchor: null }]);
  #at = $state(0);

  constructor(page: string = FIRST) {
    this.#path = [{ page, anchor: null }];
  }

  get spot(): Spot {
    return this.#path[this.#at] ?? { page: FIRST, anchor: null };
  }
  get canGoBack(): boolean {
    return this.#at > 0;
  }
  get canGoOn(): boolean {
    return this.#at < this.#path.length - 1;
  }
  /** To another place; what lay ahead is forgotten. */
  go(page: string, anchor: string | null = null): void {
    if (this.spot.page === page && this.spot.anchor === anchor) return;
    this.#path = [...this.#path.slice(Math.max(0, this.#at - 50), this.#at + 1), { page, anchor }];
    this.#at = this.#path.length - 1;
  }
  back(): void {
    if (this.canGoBack) this.#at -= 1;
  }
  on(): void {
    if (this.canGoOn) this.#at += 1;
  }
}
