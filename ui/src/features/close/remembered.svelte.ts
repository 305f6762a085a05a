/** Where a person stood in the list of checks, so that coming back from what was put right shows the same row. */
class Memory {
  period: string | null = $state(null);
  row: string | null = $state(null);
  against: 'previous' | 'unposted' | 'year' = $state('previous');
}

export const remembered = new Memory();
