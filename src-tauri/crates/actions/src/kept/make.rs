//! A period's statements as they stand now, to be kept: canonical figures, CSV, and PDF where they were filed.

use kontor_ledger::period::Period;
use kontor_reports::{Format, Lang, RowKind, Statement};
use kontor_store::kept::NewKept;

use crate::context::Context;
use crate::errors::Refusal;
use crate::prints;
use crate::statements::{self, GetStatement, Span, Unposted};

/// The statements of a period.
pub(crate) fn made(
    context: &Context<'_>,
    period: Period,
    with_pdf: bool,
) -> Result<Vec<NewKept>, Refusal> {
    let span = Span { from: period.first_day, to: period.last_day };
    let mut kept = Vec::new();
    for name in statements::NAMES {
        let request = GetStatement {
            name: name.to_owned(),
            period: Some(period.key.to_string()),
            ..GetStatement::default()
        };
        let statement = statements::make(context, &request, span, &Unposted::default())?;
        let rendered = |format| prints::rendered(context, &request, format, Lang::Both, None);
        kept.push(NewKept {
            name: name.to_owned(),
            figures: figures(context, &statement, period),
            csv: rendered(Format::Csv)?,
            pdf: with_pdf.then(|| rendered(Format::Pdf)).transpose()?,
        });
    }
    Ok(kept)
}

/// The figures of a statement as text that says nothing but them: a line per row and column, parted by tabs. A program
/// that shows them otherwise still writes the same.
fn figures(context: &Context<'_>, statement: &Statement, period: Period) -> String {
    let mut text = format!(
        "{}\t{}\t{}\t{}\t{}\t{}\n",
        statement.name,
        context.facts.standard.name,
        context.currency().code(),
        period.key,
        period.first_day,
        period.last_day
    );
    for row in statement.rows.iter().filter(|row| row.kind != RowKind::Heading) {
        for (column, value) in statement.columns.iter().zip(&row.values) {
            let amount = context.text(*value);
            let (zh, en) = (&row.label.zh, &row.label.en);
            let key = if row.key.is_empty() { &row.row } else { &row.key };
            text += &format!("{key}\t{}\t{amount}\t{zh}\t{en}\n", column.key);
        }
    }
    text
}
