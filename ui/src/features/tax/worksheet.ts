/** The lines of a return's page: its rows, the return against the ledger, and what no tax row speaks of. */
import type { TaxReturn, TaxReturnRow } from '../../api/wire';

export interface SheetRow {
  key: string;
  kind: string;
  number: string;
  label: string;
  base: string | null;
  amount: string | null;
  /** What stands behind it, in words. */
  behind: string;
  /** What the two columns of figures are about below this heading. */
  heads?: [string, string];
  /** Whether the ledger differs from the return here. */
  differs?: boolean;
  opens: Opens | null;
}
export type Opens =
  | { what: 'rows'; by: string }
  | { what: 'account'; code: string }
  | { what: 'line'; line: TaxReturn['untaxed'][number] };

/** What makes the labels. */
export interface Words {
  isEnglish: boolean;
  count: (count: number) => string;
  agreement: (name: string) => string;
  heading: (which: 'agreement' | 'untaxed') => string;
  difference: (amount: string) => string;
  agrees: string;
  sides: [string, string];
  record: string;
}

/** The rows behind a figure, as the tax ledger is asked for them. */
export const byOf = (row: Pick<TaxReturnRow, 'kinds' | 'rate' | 'invoice'>): string => `${row.kinds.join(',')}${row.rate ? `@${row.rate}` : ''}${row.invoice ? `#${row.invoice}` : ''}`;

const heading = (key: string, label: string): SheetRow => ({ key, kind: 'heading', number: '', label, base: null, amount: null, behind: '', opens: null });

export function sheetRows(made: TaxReturn | undefined, words: Words): SheetRow[] {
  if (!made) return [];
  const rows: SheetRow[] = made.rows.map((row, at) => ({
    key: `row-${at}`,
    kind: row.kind,
    number: row.number ?? '',
    label: words.isEnglish ? row.label_en : row.label_zh,
    base: row.base,
    amount: row.amount,
    behind: row.count ? words.count(row.count) : '',
    opens: row.count ? { what: 'rows', by: byOf(row) } : null,
  }));
  if (made.agreements.length) rows.push({ ...heading('agreements', words.heading('agreement')), heads: words.sides });
  rows.push(
    ...made.agreements.map(
      (one): SheetRow => ({
        key: `agreement-${one.name}`,
        kind: 'item',
        number: one.account,
        label: words.agreement(one.name),
        base: one.in_return,
        amount: one.in_ledger,
        behind: one.holds ? words.agrees : words.difference(one.difference),
        differs: !one.holds,
        opens: one.account ? { what: 'account', code: one.account } : null,
      }),
    ),
  );
  if (made.untaxed.length) rows.push(heading('untaxed', words.heading('untaxed')));
  rows.push(
    ...made.untaxed.map(
      (line): SheetRow => ({
        key: `${line.entry}-${line.line}`,
        kind: 'item',
        number: line.number,
        label: `${line.date} ${line.account} ${line.memo}`,
        base: null,
        amount: line.amount,
        behind: words.record,
        differs: true,
        opens: { what: 'line', line },
      }),
    ),
  );
  return rows;
}
