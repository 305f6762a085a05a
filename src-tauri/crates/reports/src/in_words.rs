//! An amount in words, as it stands at the foot of a voucher: 叁万贰仟元整, thirty-two thousand only.
//!
//! Chinese follows 支付结算办法, annex 1; `tests/words` has the samples that the window is held to as well.

use kontor_ledger::money::{Amount, Currency};

use crate::bilingual::Bilingual;

const ZH_DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const ZH_PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const EN_GROUPS: [&str; 6] = ["", " thousand", " million", " billion", " trillion", " quadrillion"];

/// The amount in words in both languages; nothing in a currency that does not have two decimals.
#[must_use]
pub fn in_words(amount: Amount, currency: Currency) -> Option<Bilingual> {
    let text = amount.to_text(currency);
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, cents) = digits.split_once('.').filter(|(_, cents)| cents.len() == 2)?;
    let whole = whole.trim_start_matches('0');
    let zh = format!("{}{}", if is_negative { "负" } else { "" }, chinese(whole, cents));
    let en = format!("{}{}", if is_negative { "minus " } else { "" }, english(whole, cents));
    Some(Bilingual::new(zh, capitalised(&en)))
}

fn digit(character: char) -> usize {
    character.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or(0)
}

fn entry<'a>(table: &[&'a str], place: usize) -> &'a str {
    table.get(place).copied().unwrap_or_default()
}

fn chinese(whole: &str, cents: &str) -> String {
    let mut places = cents.chars().map(digit);
    let (jiao, fen) = (places.next().unwrap_or(0), places.next().unwrap_or(0));
    let yuan = if whole.is_empty() { String::new() } else { format!("{}元", zh_whole(whole)) };
    if jiao == 0 && fen == 0 {
        return format!("{}整", if yuan.is_empty() { "零元" } else { &yuan });
    }
    let gap = if !yuan.is_empty() && jiao == 0 { "零" } else { "" };
    let jiao = if jiao == 0 { String::new() } else { format!("{}角", entry(&ZH_DIGITS, jiao)) };
    let fen = if fen == 0 { "整".to_owned() } else { format!("{}分", entry(&ZH_DIGITS, fen)) };
    format!("{yuan}{gap}{jiao}{fen}")
}

/// A number above 万 or 亿 is itself read as a number; between two parts one 零 stands for all that is skipped.
fn zh_whole(digits: &str) -> String {
    match digits.len() {
        9.. => zh_joined(digits, 8, "亿"),
        5.. => zh_joined(digits, 4, "万"),
        length => {
            let (mut text, mut owes_zero) = (String::new(), false);
            for (place, number) in digits.chars().map(digit).enumerate() {
                if number == 0 {
                    owes_zero = true;
                    continue;
                }
                if owes_zero {
                    text.push('零');
                }
                text.push_str(entry(&ZH_DIGITS, number));
                text.push_str(entry(&ZH_PLACES, length - 1 - place));
                owes_zero = false;
            }
            text
        }
    }
}

fn zh_joined(digits: &str, places: usize, unit: &str) -> String {
    let (high, low) = digits.split_at_checked(digits.len() - places).unwrap_or((digits, ""));
    let rest = low.trim_start_matches('0');
    let skips = high.ends_with('0') || low.starts_with('0');
    let gap = if !rest.is_empty() && skips { "零" } else { "" };
    format!("{}{unit}{gap}{}", zh_whole(high), zh_whole(rest))
}

fn english(whole: &str, cents: &str) -> String {
    let hundredths = if cents == "00" { "only".to_owned() } else { format!("and {cents}/100") };
    if whole.is_empty() {
        return format!("zero {hundredths}");
    }
    let mut spoken = Vec::new();
    let (mut rest, mut group) = (whole, 0);
    while !rest.is_empty() {
        let (before, three) =
            rest.split_at_checked(rest.len().saturating_sub(3)).unwrap_or(("", rest));
        let value: usize = three.parse().unwrap_or(0);
        if value > 0 {
            spoken.push(format!("{}{}", below_thousand(value), entry(&EN_GROUPS, group)));
        }
        (rest, group) = (before, group + 1);
    }
    spoken.reverse();
    format!("{} {hundredths}", spoken.join(" "))
}

fn below_thousand(value: usize) -> String {
    let (hundreds, rest) = (value / 100, value % 100);
    let tail = match rest {
        0..20 => entry(&ONES, rest).to_owned(),
        _ if rest % 10 == 0 => entry(&TENS, rest / 10).to_owned(),
        _ => format!("{}-{}", entry(&TENS, rest / 10), entry(&ONES, rest % 10)),
    };
    match (hundreds, rest) {
        (0, _) => tail,
        (_, 0) => format!("{} hundred", entry(&ONES, hundreds)),
        _ => format!("{} hundred and {tail}", entry(&ONES, hundreds)),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_ascii_uppercase(), characters.as_str())
    })
}
