//! The entry list 凭证序时簿: every line of every posted entry, by period, word and number, with the sums of both sides.

use kontor_ledger::balance::Turnover;
use kontor_ledger::money::Amount;
use kontor_reports::{Bilingual, Check, ColumnKind, Content, RowKind};
use kontor_store::books::{self, BookLine};
use serde::{Deserialize, Serialize};

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, read_place, unless_zero, word, write_place};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Span;

/// Where a page begins: which period and word, after which number and line, and the sums so far in minor units.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Place {
    period: usize,
    word: usize,
    after: (i64, i64),
    sums: (i64, i64),
}

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
    limit: u32,
) -> Result<Page, Refusal> {
    let mut place: Place = read_place(request.after.as_deref())?.unwrap_or_default();
    let mut page = Page {
        columns: vec![
            column("ledger-date", ColumnKind::Code),
            column("ledger-number", ColumnKind::Code),
            column("ledger-memo", ColumnKind::Label),
            column("trial-balance-account", ColumnKind::Code),
            column("trial-balance-name", ColumnKind::Label),
            column("ledger-party", ColumnKind::Label),
            column("ledger-debit", ColumnKind::Amount),
            column("ledger-credit", ColumnKind::Amount),
        ],
        label: 2,
        rows: Vec::new(),
        next: None,
        checks: Vec::new(),
    };
    let names = Names::read(context)?;
    let mut left = limit;
    let periods = &context.facts.periods;
    for (at, period) in periods.iter().enumerate().skip(place.period) {
        if period.last_day < span.from || span.to < period.first_day {
            continue;
        }
        let words = books::words(context.connection, period.key)?;
        let first = if at == place.period { place.word } else { 0 };
        for (which, entry_word) in words.iter().enumerate().skip(first) {
            let after =
                if (at, which) == (place.period, place.word) { place.after } else { (0, 0) };
            let days = (span.from, span.to);
            let key = (period.key, entry_word.as_str());
            let lines = books::entry_lines(context.connection, key, days, after, left)?;
            for line in &lines {
                let sum = Turnover {
                    debit: Amount::from_minor(place.sums.0),
                    credit: Amount::from_minor(place.sums.1),
                }
                .plus(line.turnover)?;
                place.sums = (sum.debit.minor(), sum.credit.minor());
                page.rows.push(names.row(line, sum));
            }
            let read = u32::try_from(lines.len()).unwrap_or(u32::MAX);
            if let Some(last) = lines.last().filter(|_| read == left) {
                let after = (last.place.0, last.place.2);
                page.next = Some(write_place(&Place { period: at, word: which, after, ..place })?);
                return Ok(page);
            }
            left -= read;
        }
    }
    let (debit, credit) = (Amount::from_minor(place.sums.0), Amount::from_minor(place.sums.1));
    let mut total = vec![Content::Empty, Content::Empty, word("report-total")];
    total.extend([Content::Empty, Content::Empty, Content::Empty]);
    total.extend([Content::Amount(debit), Content::Amount(credit)]);
    page.rows.push(BookRow::new(RowKind::GrandTotal, total));
    page.checks.push(Check {
        name: "turnovers".to_owned(),
        column: None,
        holds: debit == credit,
        left: debit,
        right: credit,
    });
    Ok(page)
}

/// The accounts' codes and names.
struct Names(Vec<(i64, String, Bilingual)>);

impl Names {
    fn read(context: &Context<'_>) -> Result<Self, Refusal> {
        let rows = kontor_store::accounts::list(context.connection)?.into_iter();
        Ok(Self(
            rows.map(|row| {
                let name = Bilingual::new(row.name_zh, row.name_en);
                (row.account.id.0, row.account.code, name)
            })
            .collect(),
        ))
    }

    fn row(&self, line: &BookLine, sum: Turnover) -> BookRow {
        let account = self.0.iter().find(|(id, _, _)| *id == line.account.0);
        let (code, name) =
            account.map(|(_, code, name)| (code.clone(), name.clone())).unwrap_or_default();
        let contents = vec![
            Content::Date(line.date),
            Content::Text(line.number.clone()),
            Content::Text(line.memo.clone()),
            Content::Text(code),
            Content::Label(name, 0),
            line.party.clone().map_or(Content::Empty, Content::Text),
            unless_zero(line.turnover.debit),
            unless_zero(line.turnover.credit),
        ];
        let mut carried = vec![Content::Empty; 6];
        carried.extend([Content::Amount(sum.debit), Content::Amount(sum.credit)]);
        let opens = Some(LedgerPlace::Entry(line.entry.to_string()));
        BookRow { kind: RowKind::Item, contents, carried, opens }
    }
}
