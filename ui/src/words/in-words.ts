/** An amount in words, as it stands at the foot of a voucher: 叁万贰仟元整, thirty-two thousand yuan. */
import type { Language } from './words.svelte';

const ZH_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const ZH_PLACES = ['', '拾', '佰', '仟'];

/** A number above 万 or 亿 is itself read as a number; between two parts one 零 stands for all that is skipped. */
function wholeInChinese(digits: string): string {
  if (digits.length > 8) return joined(digits, 8, '亿');
  if (digits.length > 4) return joined(digits, 4, '万');
  let out = '';
  let owesZero = false;
  [...digits].forEach((digit, place) => {
    if (digit === '0') {
      owesZero = true;
      return;
    }
    out += (owesZero ? '零' : '') + ZH_DIGITS[Number(digit)]! + ZH_PLACES[digits.length - 1 - place]!;
    owesZero = false;
  });
  return out;
}

function joined(digits: string, places: number, unit: string): string {
  const high = digits.slice(0, -places);
  const low = digits.slice(-places);
  const rest = low.replace(/^0+/, '');
  const gap = rest && (high.endsWith('0') || low.startsWith('0')) ? '零' : '';
  return wholeInChinese(high) + unit + gap + (rest && wholeInChinese(rest));
}

function inChinese(whole: string, cents: string): string {
  const jiao = Number(cents[0]);
  const fen = Number(cents[1]);
  const digits = whole.replace(/^0+/, '');
  const yuan = digits ? `${wholeInChinese(digits)}元` : '';
  if (!jiao && !fen) return `${yuan || '零元'}整`;
  const gap = yuan && !jiao ? '零' : '';
  return yuan + gap + (jiao ? `${ZH_DIGITS[jiao]}角` : '') + (fen ? `${ZH_DIGITS[fen]}分` : '整');
}

const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven',
  'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_GROUPS = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion'];

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const tail =
    rest < 20 ? ONES[rest]! : TENS[Math.floor(rest / 10)]! + (rest % 10 ? `-${ONES[rest % 10]}` : '');
  if (!hundreds) return tail;
  return `${ONES[hundreds]} hundred${rest ? ` and ${tail}` : ''}`;
}

function inEnglish(whole: string, cents: string): string {
  const digits = whole.replace(/^0+/, '') || '0';
  const groups = Math.ceil(digits.length / 3);
  const padded = digits.padStart(groups * 3, '0');
  const spoken: string[] = [];
  for (let group = 0; group < groups; group += 1) {
    const value = Number(padded.slice(group * 3, group * 3 + 3));
    if (value) spoken.push(belowThousand(value) + (EN_GROUPS[groups - 1 - group] ?? ''));
  }
  const hundredths = cents === '00' ? 'only' : `and ${cents}/100`;
  return `${spoken.join(' ') || 'zero'} ${hundredths}`;
}

/** Nothing for text that is not an amount with at most two decimals. */
export function inWords(decimal: string, language: Language): string {
  const match = /^(-?)(\d{1,17})(?:\.(\d{1,2}))?$/.exec(decimal);
  if (!match) return '';
  const whole = match[2]!;
  const cents = (match[3] ?? '').padEnd(2, '0');
  const isNegative = match[1] === '-';
  if (language === 'en') {
    const text = `${isNegative ? 'minus ' : ''}${inEnglish(whole, cents)}`;
    return text[0]!.toUpperCase() + text.slice(1);
  }
  return `${isNegative ? '负' : ''}${inChinese(whole, cents)}`;
}
