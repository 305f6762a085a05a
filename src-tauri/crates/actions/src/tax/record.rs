//! Recording what a line of an entry is to the tax office, where no paper says so: base, rate, invoice, tax period.

use std::collections::BTreeMap;

use kontor_ledger::money::Amount;
use kontor_ledger::period::open_period;
use kontor_ledger::tax::TaxKind;
use kontor_store::entries as stored;
use kontor_store::tax::{self as rows, NewTaxRow};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::profile::percent;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};

/// A tax row of an entry's line.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct TaxRowRequest {
    pub entry: Uuid,
    /// The line's number within the entry, from 1.
    pub line: u32,
    /// output, simple, zero-rated, exempt, outside, input, customs, agricultural, transferred-out, export or none
    pub kind: String,
    /// What the tax is reckoned on; by the rate when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// A percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    /// What the line comes to when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    /// special, ordinary or other
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_number: Option<String>,
    /// The period whose return it belongs to; the entry's own when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_period: Option<String>,
}

/// Records tax rows for lines of posted entries; for each line they take the place of what was recorded before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecordTaxRows {
    pub rows: Vec<TaxRowRequest>,
}

/// A line with what it comes to as tax, and what its rows say so far.
struct OnLine {
    amount: Amount,
    said: Amount,
    number: usize,
}

pub(crate) fn plan_record(context: &Context<'_>, request: &RecordTaxRows) -> Result<Plan, Refusal> {
    let mut new = Vec::new();
    let mut lines: BTreeMap<(i64, i64), OnLine> = BTreeMap::new();
    for (number, row) in (1_usize..).zip(&request.rows) {
        let read = read(context, row, number, &mut lines)
            .map_err(|refusal| refusal.with("line", number))?;
        let is_twice = read.invoice_number.as_deref().is_some_and(|invoice| {
            new.iter().any(|other: &NewTaxRow| {
                other.invoice_number.as_deref() == Some(invoice)
                    && (other.entry, other.line) != (read.entry, read.line)
            })
        });
        if is_twice {
            return Err(twice(read.invoice_number.as_deref(), "-").with("line", number));
        }
        new.push(read);
    }
    if let Some(line) = lines.values().find(|line| line.said != line.amount) {
        return Err(Refusal::new(Code::TaxRowDiffers)
            .with("said", context.text(line.said))
            .with("amount", context.text(line.amount))
            .with("line", line.number)
            .with("field", "tax"));
    }
    if new.is_empty() {
        return Err(Refusal::new(Code::NothingChosen));
    }
    Ok(Plan::of(Step::RecordTaxRows(new)))
}

fn read(
    context: &Context<'_>,
    row: &TaxRowRequest,
    number: usize,
    lines: &mut BTreeMap<(i64, i64), OnLine>,
) -> Result<NewTaxRow, Refusal> {
    let unknown = |field| Refusal::new(Code::UnknownField).with("field", field);
    let entry = stored::find(context.connection, row.entry)?
        .ok_or_else(|| Refusal::new(Code::UnknownEntry).with("entry", row.entry))?;
    if let Some((_, _, number)) = &entry.paper {
        return Err(Refusal::new(Code::MadeByPaper).with("number", number));
    }
    let kind = TaxKind::from_word(&row.kind).ok_or_else(|| unknown("kind"))?;
    let line = stored::get_lines(context.connection, entry.id)?
        .into_iter()
        .find(|line| line.no == i64::from(row.line))
        .ok_or_else(|| unknown("line"))?;
    let net_debit = line.line.net_debit()?;
    let of_line = match kind {
        TaxKind::Input | TaxKind::Customs | TaxKind::Agricultural | TaxKind::Export => net_debit,
        _ => net_debit.negated()?,
    };
    let bears_tax =
        !matches!(kind, TaxKind::NoTax | TaxKind::ZeroRated | TaxKind::Exempt | TaxKind::Outside);
    let amount = |text: &Option<String>, field| {
        text.as_deref().map(|text| context.amount(text, field)).transpose()
    };
    let tax = if bears_tax { amount(&row.tax, "tax")?.unwrap_or(of_line) } else { Amount::ZERO };
    if bears_tax {
        let empty = OnLine { amount: of_line, said: Amount::ZERO, number };
        let on = lines.entry((entry.id, line.no)).or_insert(empty);
        on.said = on.said.plus(tax)?;
    }
    let said = percent(row.rate.as_deref(), "rate")?;
    if said.is_none() && bears_tax && kind != TaxKind::TransferredOut {
        return Err(Refusal::new(Code::UnknownRate).with("rate", "-").with("field", "rate"));
    }
    let rate = said.unwrap_or_default();
    let base = match amount(&row.base, "base")? {
        Some(base) => base,
        // What is exempt, or taxed at nothing, is the line itself.
        None if !bears_tax && kind != TaxKind::NoTax => of_line,
        None => base_of(context, tax, rate)?,
    };
    let invoice_number = filled(row.invoice_number.as_ref());
    let here = (entry.id, line.no);
    check_invoice(context, row.invoice_kind.as_deref(), invoice_number.as_deref(), here)?;
    let period = match &row.tax_period {
        Some(text) => context.period(text)?,
        None => context.period(&entry.period.to_string())?,
    };
    open_period(&context.facts.periods, period.first_day)?;
    Ok(NewTaxRow {
        entry: entry.id,
        line: line.no,
        kind: kind.word(),
        base,
        rate,
        tax,
        invoice_kind: row.invoice_kind.clone(),
        invoice_number,
        tax_period: period.key,
    })
}

/// The base of a tax at a rate, to the cent.
fn base_of(context: &Context<'_>, tax: Amount, rate: Decimal) -> Result<Amount, Refusal> {
    let base = tax.to_decimal(context.currency()).checked_div(rate).unwrap_or_default();
    Ok(Amount::round_half_up(base, context.currency())?)
}

/// Refuses a kind of invoice there is not, and a number that another paper or line than this one has.
pub(crate) fn check_invoice(
    context: &Context<'_>,
    kind: Option<&str>,
    number: Option<&str>,
    here: (i64, i64),
) -> Result<(), Refusal> {
    if kind.is_some_and(|kind| !["special", "ordinary", "other"].contains(&kind)) {
        return Err(Refusal::new(Code::UnknownField).with("field", "invoice_kind"));
    }
    if let Some(invoice) = number
        && let Some((_, other)) = rows::invoice(context.connection, invoice, here)?
    {
        return Err(twice(Some(invoice), &other));
    }
    Ok(())
}

/// An invoice may be recorded once (财会〔2024〕12号 art. 21(2)).
fn twice(invoice: Option<&str>, entry: &str) -> Refusal {
    Refusal::new(Code::InvoiceTwice)
        .with("invoice", invoice.unwrap_or_default())
        .with("number", entry)
        .with("field", "invoice_number")
}
