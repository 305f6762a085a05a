//! The tax ledger 税金明细账: every tax row of papers and of entries' lines, period by period, with the sums of bases and tax.

use kontor_ledger::money::Amount;
use kontor_ledger::tax::TaxKind;
use kontor_reports::{Bilingual, ColumnKind, Content, RowKind};
use kontor_store::tax::{self as stored, Days, TaxRow};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, read_place, word, write_place};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Span;
use crate::tax::kind_of;

/// Where a page begins: which period and source, after which row, and the sums so far in minor units.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Place {
    period: usize,
    source: usize,
    after: (i64, i64, i64),
    sums: (i64, i64),
}

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
    limit: u32,
) -> Result<Page, Refusal> {
    let wanted = Wanted::read(request.by.as_deref());
    let mut place: Place = read_place(request.after.as_deref())?.unwrap_or_default();
    let mut rows = Vec::new();
    let mut next = None;
    let periods: Vec<_> = context
        .facts
        .periods
        .iter()
        .filter(|one| one.first_day <= span.to && span.from <= one.last_day)
        .collect();
    let mut left = limit;
    'all: for (at, period) in periods.iter().enumerate().skip(place.period) {
        let days = (period.first_day, period.last_day);
        let of = Days { periods: (period.key, period.key), days };
        let mut source = if at == place.period { place.source } else { 0 };
        loop {
            let is_begun = (at, source) == (place.period, place.source);
            let after = if is_begun { place.after } else { (0, 0, 0) };
            let Some(read) = stored::rows(context.connection, source, of, after, left)? else {
                break;
            };
            for row in &read {
                let kind = kind_of(context.facts.standard.name, &row.kind);
                if !wanted.takes(kind, row) {
                    continue;
                }
                let sums = (Amount::from_minor(place.sums.0), Amount::from_minor(place.sums.1));
                place.sums = (sums.0.plus(row.base)?.minor(), sums.1.plus(row.tax)?.minor());
                rows.push(book_row(kind, row, place.sums));
            }
            let count = u32::try_from(read.len()).unwrap_or(u32::MAX);
            if let Some(last) = read.last().filter(|_| count == left) {
                let sums = place.sums;
                next = Some(write_place(&Place { period: at, source, after: last.place, sums })?);
                break 'all;
            }
            left -= count;
            source += 1;
        }
    }
    if next.is_none() && !rows.is_empty() {
        let mut total = vec![Content::Empty, Content::Empty, word("report-total")];
        total.extend([Content::Empty, Content::Empty, Content::Empty]);
        total.extend(sums(place.sums));
        rows.push(BookRow::new(RowKind::GrandTotal, total));
    }
    Ok(Page { columns: columns(), label: 2, rows, next, checks: Vec::new() })
}

fn columns() -> Vec<kontor_reports::TableColumn> {
    vec![
        column("ledger-date", ColumnKind::Code),
        column("ledger-number", ColumnKind::Code),
        column("ledger-memo", ColumnKind::Label),
        column("tax-kind", ColumnKind::Label),
        column("tax-invoice-number", ColumnKind::Label),
        column("tax-rate", ColumnKind::Code),
        column("tax-base", ColumnKind::Amount),
        column("tax-amount", ColumnKind::Amount),
    ]
}

fn sums((base, tax): (i64, i64)) -> [Content; 2] {
    [Content::Amount(Amount::from_minor(base)), Content::Amount(Amount::from_minor(tax))]
}

fn book_row(kind: TaxKind, row: &TaxRow, so_far: (i64, i64)) -> BookRow {
    let memo = match &row.party {
        Some(party) => format!("{party} {}", row.memo),
        None => row.memo.clone(),
    };
    let invoice = row.invoice_kind.as_deref().map(|kind| {
        let kind = Bilingual::word(&format!("tax-invoice-{kind}"));
        let number = row.invoice_number.as_deref().unwrap_or_default();
        let with = |kind: &str| format!("{kind} {number}").trim().to_owned();
        Content::Label(Bilingual::new(with(&kind.zh), with(&kind.en)), 0)
    });
    let number = || row.invoice_number.clone().map_or(Content::Empty, Content::Text);
    let percent = row.rate.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default().normalize();
    let contents = vec![
        Content::Date(row.date),
        Content::Text(row.number.clone()),
        Content::Text(memo.trim().to_owned()),
        word(&format!("tax-kind-{}", kind.word())),
        invoice.unwrap_or_else(number),
        Content::Text(format!("{percent}%")),
        Content::Amount(row.base),
        Content::Amount(row.tax),
    ];
    let mut carried = vec![Content::Empty; 6];
    carried.extend(sums(so_far));
    let opens = Some(LedgerPlace::Entry(row.entry.to_string()));
    BookRow { kind: RowKind::Item, contents, carried, opens }
}

/// Which rows are wanted, as a row of a return says it: kinds, a rate, a kind of invoice: `output,simple@13#special`.
struct Wanted {
    kinds: Vec<TaxKind>,
    rate: Option<Decimal>,
    invoice: Option<String>,
}

impl Wanted {
    fn read(by: Option<&str>) -> Self {
        let by = by.unwrap_or_default();
        let (by, invoice) = by.split_once('#').map_or((by, None), |(by, word)| (by, Some(word)));
        let (by, rate) = by.split_once('@').map_or((by, None), |(by, rate)| (by, Some(rate)));
        let percent = rate.and_then(|rate| Decimal::from_str_exact(rate).ok());
        Self {
            kinds: by.split(',').filter_map(TaxKind::from_word).collect(),
            rate: percent.and_then(|rate| rate.checked_div(Decimal::ONE_HUNDRED)),
            invoice: invoice.map(str::to_owned),
        }
    }

    fn takes(&self, kind: TaxKind, row: &TaxRow) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && self.rate.is_none_or(|rate| rate == row.rate)
            && (self.invoice.is_none() || self.invoice == row.invoice_kind)
    }
}
