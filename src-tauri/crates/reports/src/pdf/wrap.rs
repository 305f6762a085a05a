//! Breaking a label into lines: between Chinese characters but never before closing or after opening punctuation,
//! and between Latin words.

/// Breaks a text into lines no wider than `width`. A single word that is wider is broken inside.
pub(super) fn wrap(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let text = text.trim();
    if measure(text) <= width {
        return vec![text.to_owned()];
    }
    if let Some(lines) = at_bracket(text, width, &measure) {
        return lines;
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && measure(format!("{line}{piece}").trim_end()) > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(if line.is_empty() { piece.trim_start() } else { &piece });
        while measure(line.trim_end()) > width {
            let Some(rest) = cut(&mut line, width, &measure) else { break };
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A label with a remark in brackets is best broken before the bracket, if that gives two lines.
fn at_bracket(text: &str, width: f32, measure: &impl Fn(&str) -> f32) -> Option<Vec<String>> {
    let place = text.find(['（', '('])?;
    let (before, bracket) = text.split_at_checked(place)?;
    let fits = !before.is_empty() && measure(before) <= width && measure(bracket) <= width;
    fits.then(|| vec![before.trim().to_owned(), bracket.trim().to_owned()])
}

/// The pieces between which a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars() {
        let may_break = before.is_some_and(|before| breaks_between(before, c));
        match pieces.last_mut() {
            Some(piece) if !may_break => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

fn breaks_between(before: char, after: char) -> bool {
    if CLOSING.contains(after) || "（《「『“‘(".contains(before) {
        return false;
    }
    before == ' ' || is_chinese(before) || is_chinese(after)
}

/// No line begins with these.
const CLOSING: &str = "，。、：；！？）》」』”’%,.;:!?)";

fn is_chinese(c: char) -> bool {
    u32::from(c) >= 0x2e80
}

/// Cuts a line that is too wide where it is full and gives the rest; nothing when it is a single character.
fn cut(line: &mut String, width: f32, measure: &impl Fn(&str) -> f32) -> Option<String> {
    let mut places = line.char_indices().skip(1).collect::<Vec<_>>();
    let first = places.first().map(|(place, _)| *place)?;
    places.retain(|(place, _)| line.get(..*place).is_some_and(|t| measure(t) <= width));
    let well = places.iter().rev().find(|(_, next)| !CLOSING.contains(*next));
    let place = well.or(places.last()).map_or(first, |(place, _)| *place);
    Some(line.split_off(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: f32) -> Vec<String> {
        wrap(text, width, |t| t.chars().map(|c| if is_chinese(c) { 1.0 } else { 0.5 }).sum())
    }

    #[test]
    fn chinese_breaks_anywhere_but_not_before_punctuation() {
        assert_eq!(wrapped("货币资金", 4.0), ["货币资金"]);
        assert_eq!(wrapped("购买原材料、商品", 5.0), ["购买原材", "料、商品"]);
        assert_eq!(
            wrapped("所有者权益（或股东权益）合计", 9.0),
            ["所有者权益", "（或股东权益）合计"]
        );
    }

    #[test]
    fn english_breaks_between_words_and_long_words_inside() {
        assert_eq!(
            wrapped("Total liabilities and equity", 9.0),
            ["Total liabilities", "and equity"]
        );
        assert_eq!(wrapped("abcdefgh", 2.0), ["abcd", "efgh"]);
        assert_eq!(wrapped("abcd", 0.1), ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_long_memo_stays_in_its_column_and_loses_nothing() {
        let memo = "收杭州西湖区某某进出口贸易有限公司货款（INV-2026-000318/000319），汇款附言：prepayment for \
                    order 20260318-A, balance 30% against documents；手续费由对方承担，差额12.50元计入财务费用。";
        let measure = |text: &str| -> f32 {
            text.chars().map(|c| if is_chinese(c) { 1.0 } else { 0.5 }).sum()
        };
        for width in [2.0, 6.0, 11.5, 18.0, 40.0] {
            let lines = wrap(memo, width, measure);
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(bare(&lines.concat()), bare(memo), "{width}");
            assert!(lines.iter().all(|line| measure(line) <= width), "{width}: {lines:?}");
            let starts_badly = |line: &String| line.starts_with(['，', '；', '。', '）']);
            // Where a column is narrower than a few characters, punctuation has nowhere else to go.
            assert!(width < 6.0 || !lines.iter().any(starts_badly), "{width}: {lines:?}");
        }
    }
}
