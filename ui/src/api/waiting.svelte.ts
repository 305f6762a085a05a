/** Whether a person waits for an answer, and what long work is under way meanwhile: said, never left a silent emptiness. */
import { host } from './host';
import type { WorkView } from './wire';

/** Less than this is no waiting. */
const BLINK_MS = 300;
const LOOK_AGAIN_MS = 250;

let late = $state(0);
let works = $state.raw<WorkView[]>([]);
let isLooking = false;

export const waiting = {
  get isLong(): boolean {
    return late > 0;
  },
  get works(): WorkView[] {
    return works;
  },
  /** Asks long work to stop; whoever waits for it hears "cancelled". */
  async stop(number: number): Promise<void> {
    await host.carry('desk', { desk: 'stop_work', number }).catch(() => {});
  },
};

/** While somebody waits, the desk is asked what it is doing: its answer waits for nothing. */
async function look(): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  while (late > 0) {
    try {
      const list = (await host.carry('desk', { desk: 'progress' })) as { works: WorkView[] };
      works = list.works;
    } catch {
      works = [];
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  works = [];
  isLooking = false;
}

/** Passes an answer through and notices when it takes long. */
export function watched<T>(answer: Promise<T>): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    late += 1;
    void look();
  }, BLINK_MS);
  const end = () => {
    clearTimeout(timer);
    if (isLate) late -= 1;
  };
  answer.then(end, end);
  return answer;
}
