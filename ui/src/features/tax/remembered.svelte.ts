/** Where a person stood among the returns, so that coming back from an entry shows the same row. */
class Memory {
  kind: string | null = $state(null);
  period: string | null = $state(null);
  selected: string | null = $state(null);
}

export const memory = new Memory();
