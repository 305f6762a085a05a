/** What a person chooses above the columns becomes the mapping the core reads the file by. */
import { describe, expect, it } from 'vitest';
import type { ImportColumn, ImportView } from '../../api/wire';
import { isTwice, withMeaning, withNamed, withProposals } from './import-file';

const column = (letter: string, header: string, meaning: string | null, proposal: string | null = null): ImportColumn => ({ letter, header, meaning, proposal });

function viewOf(columns: ImportColumn[]): ImportView {
  return {
    sheets: [], sheet: null, kind: 'entries', kinds: ['entries'], is_recognised: true, kept: null,
    mapping: { kind: 'entries', columns: {}, accounts: { '100': '1001' }, parties: {} },
    columns, meanings: [], needs: [], rows: [], count: 0, skipped: [], unknown_accounts: [], unknown_parties: [], unknown_items: [],
  };
}

describe('the mapping of a file', () => {
  it('gives a meaning to one column and takes it from the one that had it', () => {
    const columns = [column('A', '日期', 'date'), column('B', '登记日', null)];
    const view = viewOf(columns);
    expect(withMeaning(view, view.columns[1]!, 'date').columns).toEqual({ date: ['登记日'] });
    expect(withMeaning(view, view.columns[0]!, '').columns).toEqual({});
  });

  it('takes proposals without touching what is said', () => {
    const view = viewOf([column('A', '日期', 'date'), column('B', '摘要说明', null, 'memo'), column('C', '入账日', null, 'date')]);
    expect(withProposals(view).columns).toEqual({ date: ['日期'], memo: ['摘要说明'] });
  });

  it('keeps what accounts were said to be', () => {
    const view = viewOf([]);
    expect(withNamed(view, 'accounts', '200', '2202').accounts).toEqual({ '100': '1001', '200': '2202' });
  });

  it('knows two columns that cannot be told apart', () => {
    const view = viewOf([column('A', '金额', null), column('B', '金额', null), column('C', '', null), column('D', '', null)]);
    expect(view.columns.map((one) => isTwice(view, one))).toEqual([true, true, false, false]);
  });
});
