/** Where a person was on the page of today, so that coming back from a list puts them there again. */

let place = $state.raw({ stop: '', top: 0 });

export const remembered = {
  get stop(): string {
    return place.stop;
  },
  get top(): number {
    return place.top;
  },
  keep(stop: string, top: number): void {
    place = { stop, top };
  },
};
