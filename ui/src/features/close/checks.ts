/** The checks of a month close in the order they are walked, whatever group they stand in. */
import type { CloseRow, CloseView } from '../../api/wire';

export const rowsOf = (view: CloseView | undefined): CloseRow[] => view?.groups.flatMap((group) => group.rows) ?? [];

/** The next row that does not hold, round the end; nothing when all hold. */
export function nextOpen(rows: CloseRow[], from: string | null): string | null {
  const at = rows.findIndex((row) => row.check === from);
  const turned = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return turned.find((row) => row.state !== 'holds')?.check ?? null;
}
