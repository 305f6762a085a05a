/** What a person types for an amount: digits of either width, hanzi units, and sums like on a desk calculator, worked out exactly. */

/** A fraction, so that (100+20)/3 is rounded once, at the end. */
interface Fraction {
  top: bigint;
  bottom: bigint;
}

export interface Reading extends Fraction {
  /** A number as it is written, not worked out: it keeps the decimals it was given. */
  isPlain: boolean;
}

const UNITS: Record<string, bigint> = { 百: 100n, 千: 1_000n, k: 1_000n, 万: 10_000n, m: 1_000_000n, 亿: 100_000_000n };

/** Nobody types an amount longer than this; the limits keep a pasted page from being worked on. */
const MAX_LENGTH = 80;
const MAX_DIGITS = 24;

/** Separated in threes, or in fours as hanzi count; a comma anywhere else may be meant as a decimal point, so it is refused. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}(?:,\d{4})+(?!\d)|\d+)?(?:\.\d*)?/;

function plainText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’_]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/[×x]/g, '*')
    .replace(/÷/g, '/')
    .replace(/。/g, '.')
    .replace(/、/g, ',')
    .replace(/cny|rmb|[¥$€£元圆]/g, '')
    .replace(/^=/, '');
}

/** Reads from the left by the usual rules: signs, then times and by, then plus and minus. */
class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Fraction | null {
    const value = this.sum();
    return value && this.at === this.text.length ? value : null;
  }

  private takes(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private sum(): Fraction | null {
    let left = this.product();
    for (;;) {
      const isPlus = this.takes('+');
      if (!isPlus && !this.takes('-')) return left;
      const right = this.product();
      if (!left || !right) return null;
      const other = isPlus ? right.top : -right.top;
      left = { top: left.top * right.bottom + other * left.bottom, bottom: left.bottom * right.bottom };
    }
  }

  private product(): Fraction | null {
    let left = this.signed();
    for (;;) {
      const isTimes = this.takes('*');
      if (!isTimes && !this.takes('/')) return left;
      const right = this.signed();
      if (!left || !right) return null;
      if (isTimes) left = { top: left.top * right.top, bottom: left.bottom * right.bottom };
      else if (right.top === 0n) return null;
      else {
        const sign = right.top < 0n ? -1n : 1n;
        left = { top: left.top * right.bottom * sign, bottom: left.bottom * right.top * sign };
      }
    }
  }

  private signed(): Fraction | null {
    if (this.takes('-')) {
      const value = this.signed();
      return value && { top: -value.top, bottom: value.bottom };
    }
    if (this.takes('+')) return this.signed();
    const value = this.takes('(') ? this.closed() : this.numbers();
    return value && this.takes('%') ? { top: value.top, bottom: value.bottom * 100n } : value;
  }

  private closed(): Fraction | null {
    const value = this.sum();
    return this.takes(')') ? value : null;
  }

  /** "3万5千" is said as one number: each unit smaller than the one before. */
  private numbers(): Fraction | null {
    let total: Fraction | null = null;
    let before: bigint | null = null;
    for (;;) {
      const digits = NUMBER.exec(this.text.slice(this.at))?.[0].replaceAll(',', '') ?? '';
      if (!/\d/.test(digits) || digits.length > MAX_DIGITS) return null;
      this.at += NUMBER.exec(this.text.slice(this.at))![0].length;
      const unit = this.unit();
      if (before !== null && (unit === null || unit >= before)) return null;
      const [whole = '', part = ''] = digits.split('.');
      const bottom = 10n ** BigInt(part.length);
      const top: bigint = BigInt(whole + part || '0') * (unit ?? 1n);
      total = total ? { top: total.top * bottom + top * total.bottom, bottom: total.bottom * bottom } : { top, bottom };
      if (unit === null || !/\d/.test(this.text[this.at] ?? '')) return total;
      before = unit;
    }
  }

  private unit(): bigint | null {
    let unit: bigint | null = null;
    for (let found = UNITS[this.text[this.at] ?? '']; found; found = UNITS[this.text[this.at] ?? '']) {
      unit = (unit ?? 1n) * found;
      this.at += 1;
    }
    return unit;
  }
}

/** Null when it is no amount, undefined when nothing was typed. */
export function readExpression(typed: string): Reading | null | undefined {
  const text = plainText(typed);
  if (text === '') return undefined;
  if (text.length > MAX_LENGTH) return null;
  // Spreadsheets and ledgers write a negative amount in parentheses.
  const inside = /^\(([\d.,]+)\)$/.exec(text)?.[1];
  const value = new Reader(inside === undefined ? text : `-${inside}`).whole();
  return value && { ...value, isPlain: inside !== undefined || /^-?[\d.,]+$/.test(text) };
}

/** A sum that is still being typed is not wrong yet. */
export function isUnfinished(typed: string): boolean {
  const text = plainText(typed);
  const open = text.split('(').length > text.split(')').length;
  return open || /[-+*/(.,]$/.test(text);
}
