/** A statement as it is laid out on the sheet, and how the arrow keys move over its figures. */
import type { StatementRowView } from '../../api/wire';

export type SheetRow = { left: StatementRowView | null; right: StatementRowView | null };
export interface Spot {
  row: number;
  side: 'left' | 'right';
  column: number;
}

const isEmpty = (row: StatementRowView): boolean => row.values.every((value) => !/[1-9]/.test(value));

/** Rows a reader may hide: those that say nothing. Headings and totals stay. */
export const withoutEmpty = (rows: StatementRowView[]): StatementRowView[] =>
  rows.filter((row) => row.kind === 'heading' || row.kind === 'total' || row.kind === 'grand-total' || !isEmpty(row));

/** Two sides that end in the same line: the shorter one gets its room before its last section. */
export function sheetOf(rows: StatementRowView[]): { rows: SheetRow[]; isTwoSided: boolean } {
  const isTwoSided = rows.some((row) => row.side === 'right');
  if (!isTwoSided) return { rows: rows.map((left) => ({ left, right: null })), isTwoSided };
  const left = stretch(rows.filter((row) => row.side !== 'right'), rows.filter((row) => row.side === 'right').length);
  const right = stretch(rows.filter((row) => row.side === 'right'), left.length);
  return { rows: left.map((one, at) => ({ left: one, right: right[at] ?? null })), isTwoSided };
}

function stretch(rows: StatementRowView[], length: number): (StatementRowView | null)[] {
  const missing = length - rows.length;
  if (missing <= 0) return rows;
  const lastHeading = rows.findLastIndex((row) => row.kind === 'heading');
  const at = lastHeading > 0 ? lastHeading : rows.length - 1;
  return [...rows.slice(0, at), ...Array.from({ length: missing }, () => null), ...rows.slice(at)];
}

const hasFigures = (row: StatementRowView | null | undefined): row is StatementRowView => Boolean(row && row.kind !== 'heading' && row.values.length > 0);

export function firstSpot(rows: SheetRow[]): Spot | null {
  const row = rows.findIndex((one) => hasFigures(one.left));
  return row < 0 ? null : { row, side: 'left', column: 0 };
}

/** The next figure in a direction; the same when there is none. */
export function move(rows: SheetRow[], from: Spot, key: string): Spot {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const by = key === 'ArrowDown' ? 1 : -1;
    for (let row = from.row + by; row >= 0 && row < rows.length; row += by) {
      if (hasFigures(rows[row]?.[from.side])) return { ...from, row };
    }
    return from;
  }
  const by = key === 'ArrowRight' ? 1 : -1;
  const here = rows[from.row]?.[from.side];
  const column = from.column + by;
  if (here && column >= 0 && column < here.values.length) return { ...from, column };
  const side = from.side === 'left' ? 'right' : 'left';
  if ((by === 1) !== (side === 'right')) return from;
  return nearest(rows, from.row, side, by) ?? from;
}

function nearest(rows: SheetRow[], row: number, side: 'left' | 'right', by: 1 | -1): Spot | null {
  for (let distance = 0; distance < rows.length; distance += 1) {
    for (const at of [row - distance, row + distance]) {
      const found = rows[at]?.[side];
      if (hasFigures(found)) return { row: at, side, column: by === 1 ? 0 : found.values.length - 1 };
    }
  }
  return null;
}
