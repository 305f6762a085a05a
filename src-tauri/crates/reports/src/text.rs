//! Tables as aligned text for a terminal, where a Chinese character is as wide as two Latin letters.

use kontor_ledger::money::Currency;

use crate::bilingual::Lang;
use crate::facts::{self, PaperFacts, labelled};
use crate::money_text::{grouped, per_cent_text, separated};
use crate::statement::{Check, RowKind, once};
use crate::table::{Cell, ColumnKind, Content, Table};
use crate::words::Words;

/// The table with its facts above and its checks below. Zero is written out: a blank could be a mistake.
pub(crate) fn text(table: &Table, facts: &PaperFacts) -> String {
    let lang = facts.lang;
    let words = Words::new(lang);
    let mut lines = vec![
        table.title.pick(lang),
        labelled("report-company", &facts.company, lang),
        facts.period.pick(lang),
        labelled("report-unit", &facts::unit(table.currency.code()).pick(lang), lang),
    ];
    if facts.unposted.is_some() {
        lines.push(facts.extent().pick(lang));
    }
    lines.push(String::new());
    lines.extend(grid(table, lang));
    lines.push(String::new());
    lines.extend(once(&table.checks).iter().map(|check| check_line(check, words, table.currency)));
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn grid(table: &Table, lang: Lang) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    if table.columns.iter().any(|column| column.group.is_some()) {
        rows.push(groups(table, lang));
    }
    rows.push(table.columns.iter().map(|column| column.label.pick(lang)).collect());
    let heads = rows.len();
    let show = |cell: &Cell| shown(cell, lang, table.currency);
    rows.extend(table.rows.iter().map(|row| row.iter().map(show).collect()));
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|place| {
            rows.iter().filter_map(|row| row.get(place)).map(|t| width(t)).max().unwrap_or(0)
        })
        .collect();
    let mut lines: Vec<String> = rows.iter().map(|row| aligned(row, &widths, table)).collect();
    let total = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    lines.insert(heads, "-".repeat(total));
    for (place, row) in table.rows.iter().enumerate().rev() {
        if row.iter().any(|cell| cell.kind == RowKind::GrandTotal) {
            lines.insert(place + heads + 2, "=".repeat(total));
        }
    }
    lines
}

/// A shared heading is written once, over the first of its columns.
fn groups(table: &Table, lang: Lang) -> Vec<String> {
    let mut before = None;
    let mut heads = Vec::new();
    for column in &table.columns {
        let repeated = column.group.as_ref() == before;
        before = column.group.as_ref();
        let group = column.group.as_ref().filter(|_| !repeated);
        heads.push(group.map_or_else(String::new, |group| group.pick(lang)));
    }
    heads
}

fn shown(cell: &Cell, lang: Lang, currency: Currency) -> String {
    match &cell.content {
        Content::Empty | Content::Bar(_) => String::new(),
        Content::Text(text) => text.clone(),
        Content::Label(label, indent) => {
            let per_character = if lang == Lang::En { 1 } else { 2 };
            format!("{}{}", " ".repeat(usize::from(*indent) * per_character), label.pick(lang))
        }
        Content::Amount(amount) => grouped(*amount, currency),
        Content::Number(number) => separated(number),
        Content::PerCent(value) => per_cent_text(*value),
        Content::Date(day) => day.to_string(),
    }
}

fn aligned(row: &[String], widths: &[usize], table: &Table) -> String {
    let cells = row.iter().zip(widths).zip(&table.columns).map(|((text, wide), column)| {
        let gap = " ".repeat(wide.saturating_sub(width(text)));
        match column.kind {
            ColumnKind::Amount | ColumnKind::RowNumber => format!("{gap}{text}"),
            ColumnKind::Label | ColumnKind::Code | ColumnKind::Bar => format!("{text}{gap}"),
        }
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

pub(crate) fn check_line(check: &Check, words: Words, currency: Currency) -> String {
    let equality = words.say(&format!("check-{}", check.name), &[]);
    if check.holds {
        return words.say("report-holds", &[("equality", equality.into())]);
    }
    let (left, right) = (grouped(check.left, currency), grouped(check.right, currency));
    let args = [("equality", equality.into()), ("left", left.into()), ("right", right.into())];
    words.say("report-differs", &args)
}

/// How many cells of a terminal a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// East Asian Wide and Fullwidth (Unicode annex 11), as far as a report can hold them.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_take_two_cells() {
        assert_eq!(width("资产 assets"), 11);
        assert_eq!(width("（一）"), 6);
        assert_eq!(width("1,234.50"), 8);
    }
}
