//! Tables as comma-separated values: a heading line, plain amounts, and no cell that a spreadsheet would run.

use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::money_text::per_cent_text;
use crate::table::{Content, Table};

/// The table as UTF-8 CSV.
pub(crate) fn csv(table: &Table, facts: &PaperFacts) -> Result<Vec<u8>, ReportError> {
    let lang = facts.lang;
    let failed = |e: ::csv::Error| ReportError::Output(e.to_string());
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let heading = table.columns.iter().map(|column| {
        let label = column.label.pick(lang);
        guarded(match &column.group {
            Some(group) => format!("{} {label}", group.pick(lang)),
            None => label,
        })
    });
    writer.write_record(heading).map_err(failed)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match &cell.content {
            Content::Empty | Content::Bar(_) => String::new(),
            Content::Text(text) => guarded(text.clone()),
            Content::Label(label, _) => guarded(label.pick(lang)),
            // An amount is digits, a point and perhaps a minus: it can be no formula and stays a number.
            Content::Amount(amount) => amount.to_text(table.currency),
            Content::Number(number) => number.clone(),
            Content::PerCent(value) => per_cent_text(*value),
            Content::Date(day) => day.to_string(),
        });
        writer.write_record(cells).map_err(failed)?;
    }
    let notes = facts.unposted.map(|_| facts.extent().pick(lang));
    for text in notes.into_iter().chain(facts.proof_said()) {
        // Behind the rows, so that the headings stay first; in a row as long as the others.
        let mut note = vec![String::new(); table.columns.len()];
        if let Some(first) = note.first_mut() {
            *first = guarded(text);
        }
        writer.write_record(note).map_err(failed)?;
    }
    writer.into_inner().map_err(|e| ReportError::Output(e.to_string()))
}

/// A spreadsheet takes a text that begins like this for a formula; the apostrophe makes it text again.
fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::table::{Cell, ColumnKind, Paper, TableColumn};
    use crate::{Bilingual, Lang, RowKind, UnpostedCount};
    use chrono::NaiveDate;
    use kontor_ledger::money::{Amount, Currency};

    fn facts(unposted: Option<UnpostedCount>) -> PaperFacts {
        PaperFacts {
            company: String::new(),
            period: Bilingual::default(),
            prepared_by: None,
            reviewed_by: None,
            approved_by: None,
            printed_as_of: NaiveDate::default(),
            operation: 1,
            code: String::new(),
            proof: None,
            unposted,
            lang: Lang::En,
        }
    }

    #[test]
    fn text_that_begins_like_a_formula_is_defused_and_amounts_stay_numbers() {
        let cell = |content| Cell { content, kind: RowKind::Item };
        let column = |kind| TableColumn {
            label: Bilingual::new("名称", "Name"),
            group: None,
            kind,
            opens_half: false,
        };
        let rows = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "a,b"].iter().map(|text| {
            let label = Content::Label(Bilingual::new(*text, *text), 0);
            vec![cell(label), cell(Content::Amount(Amount::from_minor(-123_450)))]
        });
        let table = Table {
            name: "x".to_owned(),
            title: Bilingual::default(),
            form: None,
            currency: Currency::CNY,
            paper: Paper::Portrait,
            columns: vec![column(ColumnKind::Label), column(ColumnKind::Amount)],
            rows: rows.collect(),
            checks: Vec::new(),
            is_signed: true,
            binding: None,
        };
        let text = String::from_utf8(csv(&table, &facts(None)).unwrap()).unwrap();
        let expected = "Name,Name\n'=1+1,-1234.50\n'+1,-1234.50\n'-1,-1234.50\n'@x,-1234.50\n\
                        '\tx,-1234.50\n\"'\rx\",-1234.50\n\"a,b\",-1234.50\n";
        assert_eq!(text, expected);
        let counted = facts(Some(UnpostedCount { included: 2, left_out: 0 }));
        let text = String::from_utf8(csv(&table, &counted).unwrap()).unwrap();
        let note = text.strip_prefix(expected).unwrap();
        assert_eq!(note, "includes entries not yet posted: 2,\n");
    }
}
