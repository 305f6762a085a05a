//! The report of numbers 缺号与作废: which numbers each word gave in each period and which are missing, drafts that were
//! given up with their temporary numbers, and entries that were taken back (财会〔2024〕12号 art. 21(3)).

use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::words::{Arg, Words};
use kontor_reports::{Bilingual, Check, ColumnKind, Content, Lang, RowKind};
use kontor_store::entries::{self, WordNumbers};

use super::rows::{BookRow, LedgerPlace, Page, column, word};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Span;

/// The most missing numbers that are written out.
const WRITTEN: usize = 20;

pub(super) fn page(context: &Context<'_>, span: Span) -> Result<Page, Refusal> {
    let mut page = Page {
        columns: vec![
            column("ledger-date", ColumnKind::Code),
            column("gaps-number", ColumnKind::Code),
            column("gaps-what", ColumnKind::Label),
            column("ledger-memo", ColumnKind::Label),
            column("gaps-person", ColumnKind::Label),
        ],
        label: 2,
        rows: Vec::new(),
        next: None,
        checks: Vec::new(),
    };
    let mut missing = 0;
    for period in &context.facts.periods {
        if period.last_day < span.from || span.to < period.first_day {
            continue;
        }
        missing += of_period(context, *period, &mut page.rows)?;
    }
    let missing = i64::try_from(missing).unwrap_or(i64::MAX);
    page.checks.push(Check {
        name: "numbers-continuous".to_owned(),
        column: None,
        holds: missing == 0,
        left: Amount::from_minor(missing),
        right: Amount::ZERO,
    });
    Ok(page)
}

/// Adds the rows of a period; answers how many numbers are missing.
fn of_period(
    context: &Context<'_>,
    period: Period,
    rows: &mut Vec<BookRow>,
) -> Result<u64, Refusal> {
    let connection = context.connection;
    let mut found = Vec::new();
    let mut missing = 0;
    for numbers in entries::numbers(connection, period.key)? {
        missing += numbers.missing();
        let what = if numbers.missing() == 0 {
            said("gaps-continuous", &[("count", numbers.count.to_string().as_str())])
        } else {
            let gone = entries::missing_numbers(connection, period.key, &numbers.word)?;
            let mut list: Vec<String> = gone.iter().take(WRITTEN).map(i64::to_string).collect();
            if gone.len() > WRITTEN {
                list.push("…".to_owned());
            }
            said("gaps-missing", &[("numbers", list.join(", ").as_str())])
        };
        let number = Content::Text(range(&numbers));
        let contents =
            vec![Content::Empty, number, Content::Label(what, 0), Content::Empty, Content::Empty];
        found.push(BookRow::new(RowKind::Item, contents));
    }
    for reversed in entries::reversed_in(connection, period.key)? {
        let what = said("gaps-reversed", &[("number", reversed.by.as_str())]);
        let opens = LedgerPlace::Entry(reversed.uid.to_string());
        let contents = vec![
            Content::Date(reversed.date),
            Content::Text(reversed.number),
            Content::Label(what, 0),
            Content::Text(reversed.memo),
            Content::Text(reversed.person),
        ];
        found.push(BookRow::new(RowKind::Item, contents).opening(opens));
    }
    for draft in entries::discarded_in(connection, period.key)? {
        let day = draft.at.get(..10).unwrap_or_default().to_owned();
        let contents = vec![
            Content::Text(day),
            Content::Label(
                said("gaps-temporary", &[("number", draft.number.to_string().as_str())]),
                0,
            ),
            word("gaps-discarded"),
            Content::Text(draft.memo),
            Content::Text(draft.person),
        ];
        found.push(BookRow::new(RowKind::Item, contents));
    }
    if !found.is_empty() {
        let mut heading = vec![Content::Empty; 5];
        if let Some(cell) = heading.get_mut(1) {
            *cell = Content::Text(period.key.to_string());
        }
        rows.push(BookRow::new(RowKind::Heading, heading));
        rows.append(&mut found);
    }
    Ok(missing)
}

fn range(numbers: &WordNumbers) -> String {
    match numbers.count {
        1 => format!("{}-{}", numbers.word, numbers.first),
        _ => format!("{}-{}–{}", numbers.word, numbers.first, numbers.last),
    }
}

fn said(key: &str, facts: &[(&str, &str)]) -> Bilingual {
    let facts: Vec<(&str, Arg<'_>)> =
        facts.iter().map(|(name, fact)| (*name, Arg::from(*fact))).collect();
    let say = |lang| Words::new(lang).say(key, &facts);
    Bilingual::new(say(Lang::Zh), say(Lang::En))
}
