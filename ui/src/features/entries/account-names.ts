/** What an account is called in a line: the way down to it, and the next free code under one. */
import type { AccountRow } from '../../api/wire';

type Named = Pick<AccountRow, 'code' | 'parent' | 'name_zh' | 'name_en'>;

/** Charts repeat the name above inside the name below, as 其他货币资金-微信支付; said once it is enough. */
function own(name: string, above: string): string {
  if (!above || !name.startsWith(above)) return name;
  return name.slice(above.length).replace(/^[\s\-—－–/／:：·]+/, '') || name;
}

/** "银行存款 / 中行基本户". */
export function pathOf(get: (code: string) => Named | undefined, row: Named, isEnglish: boolean): string {
  const said = (one: Named) => (isEnglish ? one.name_en || one.name_zh : one.name_zh || one.name_en);
  const way = [said(row)];
  let below = row;
  for (let above = row.parent ? get(row.parent) : undefined; above && way.length < 9; above = above.parent ? get(above.parent) : undefined) {
    way[0] = own(said(below), said(above));
    way.unshift(said(above));
    below = above;
  }
  return way.join(' / ');
}

/** The code after the last one under a parent, as long as its siblings' are; two digits for the first. */
export function nextCode(parent: string, siblings: { code: string }[]): string {
  const tails = siblings
    .map((row) => row.code)
    .filter((code) => code.startsWith(parent) && /^\d+$/.test(code.slice(parent.length)))
    .map((code) => code.slice(parent.length));
  const width = Math.max(2, ...tails.map((tail) => tail.length));
  const last = tails.reduce((most, tail) => (Number(tail) > most ? Number(tail) : most), 0);
  return parent + String(last + 1).padStart(width, '0');
}
