/** What a table is told about its columns, which of them a person chose to see, and rows as text for a spreadsheet. */
import { compare, unitsOf } from '../words/amount';

export interface Column<Row> {
  key: string;
  head: string;
  /** What a screen reader says of a column whose head shows nothing. */
  spoken?: string;
  /** A CSS grid track as drawn at 100 %: "96px", "1fr". */
  width: string;
  isNumber?: boolean;
  /** Sorted here, when all rows are there. */
  isSortable?: boolean;
  /** The word by which the core knows this order: it tells a list that is not all here in it. */
  order?: string;
  /** Cannot be put away: without it a row says nothing. */
  stays?: boolean;
  /** The plain value for copying and sorting; without it the row's own field of this name. */
  text?: (row: Row) => string;
}

export interface Sort {
  key: string;
  isDescending: boolean;
}

/** The order in which the core tells a list, as its questions take it. */
export interface CoreOrder {
  order: string;
  descending: boolean;
}

export function textOf<Row extends object>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row);
  const value = (row as Record<string, unknown>)[column.key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Up, down, then as it was: the order the core gave is the one that matters most. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, isDescending: false };
  return sort.isDescending ? null : { key, isDescending: true };
}

/** Amounts by their value, text as a reader of the language expects it, nothing last. */
export function compareTexts(left: string, right: string, isNumber: boolean, language: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  if (isNumber && unitsOf(left) !== null && unitsOf(right) !== null) return compare(left, right);
  return left.localeCompare(right, language, { numeric: true });
}

/** A spreadsheet reads a plain minus and nothing grouped; a tab or a break inside a cell would shift all after it. */
const plain = (text: string) => text.replaceAll('\u2212', '-').replace(/[\t\r\n]+/g, ' ');

export function tsvOf<Row extends object>(columns: Column<Row>[], rows: Row[], hasHeads: boolean): string {
  const lines = rows.map((row) => columns.map((column) => plain(textOf(column, row))).join('\t'));
  if (hasHeads) lines.unshift(columns.map((column) => plain(column.head)).join('\t'));
  return lines.join('\n');
}

const placeOf = (table: string) => `kontor.columns-away.${table}`;

/** The columns a person put away, kept on this computer. */
export function columnsAway(table: string | undefined): string[] {
  if (!table) return [];
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(table)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

export function keepColumnsAway(table: string | undefined, keys: string[]): void {
  if (!table) return;
  if (keys.length) localStorage.setItem(placeOf(table), JSON.stringify(keys));
  else localStorage.removeItem(placeOf(table));
}

/** The track in lengths that grow with the text; a stretching one keeps room for a few words. */
export function trackOf(width: string, rem: (px: number) => string): string {
  const px = /^(\d+(?:\.\d+)?)px$/.exec(width)?.[1];
  if (px) return rem(Number(px));
  return /^\d*\.?\d+fr$/.test(width) ? `minmax(${rem(140)}, ${width})` : width;
}
