//! Tables as a spreadsheet: numbers are numbers, the heading stays in sight, and it prints on A4.

use chrono::{Datelike, NaiveDate};
use kontor_ledger::money::{Amount, Currency};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::error::ReportError;
use crate::facts::{self, PaperFacts, labelled};
use crate::money_text::{grouped, per_cent_text, separated};
use crate::statement::{RowKind, once};
use crate::table::{Cell, ColumnKind, Content, Paper, Table};
use crate::text::{check_line, width};
use crate::words::Words;

/// The table as an XLSX file; the same table and facts give the same bytes.
pub(crate) fn xlsx(table: &Table, facts: &PaperFacts) -> Result<Vec<u8>, ReportError> {
    write(table, facts).map_err(|e| ReportError::Output(e.to_string()))
}

/// A title as the name of a sheet, which may be no longer and may not hold some signs.
fn sheet_name(title: &str) -> String {
    const LONGEST: usize = 31;
    let plain: String =
        title.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    let plain = plain.trim();
    if plain.encode_utf16().count() <= LONGEST {
        return plain.to_owned();
    }
    let mut name = String::new();
    for word in plain.split_inclusive(' ') {
        if name.encode_utf16().count() + word.trim_end().encode_utf16().count() > LONGEST {
            break;
        }
        name.push_str(word);
    }
    let name = name.trim_end().trim_end_matches(',').to_owned();
    if name.is_empty() { plain.chars().take(LONGEST / 2).collect() } else { name }
}

fn write(table: &Table, facts: &PaperFacts) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(table, facts)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(table.title.lines(facts.lang).first().copied().unwrap_or("1")))?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    if table.paper == Paper::Landscape {
        sheet.set_landscape();
    }
    let first = head(sheet, table, facts)?;
    let mut widths: Vec<usize> =
        table.columns.iter().map(|c| width(&c.label.pick(facts.lang))).collect();
    for (row, cells) in (first..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let shown = put(sheet, row, column, cell, table, facts)?;
            if let Some(widest) = widths.get_mut(usize::from(column)) {
                *widest = (*widest).max(shown);
            }
        }
    }
    for (column, widest) in (0_u16..).zip(widths) {
        let wide = u16::try_from(widest.min(60)).unwrap_or(60);
        sheet.set_column_width(column, f64::from(wide) + 2.0)?;
    }
    foot(sheet, first + rows_of(table) + 1, table, facts)?;
    workbook.save_to_buffer()
}

fn properties(table: &Table, facts: &PaperFacts) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(table.title.pick(facts.lang))
        .set_company(&facts.company)
        .set_creation_datetime(&excel_date(facts.printed_as_of)?))
}

fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let (month, day) =
        (u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1));
    ExcelDateTime::from_ymd(year, month, day)
}

/// Title, company, period and unit, then the column headings. Gives the row below them.
fn head(sheet: &mut Worksheet, table: &Table, facts: &PaperFacts) -> Result<u32, XlsxError> {
    let lang = facts.lang;
    let title = Format::new().set_bold().set_font_size(16);
    sheet.write_string_with_format(0, 0, table.title.pick(lang), &title)?;
    let company = labelled("report-company", &facts.company, lang);
    let unit = labelled("report-unit", &facts::unit(table.currency.code()).pick(lang), lang);
    let form = table.form.clone().unwrap_or_default();
    let about = [facts.period.pick(lang), unit, form, facts.extent().pick(lang)];
    let about: Vec<&str> = about.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
    sheet.write_string(1, 0, company)?;
    sheet.write_string(2, 0, about.join("    "))?;
    let heading = Format::new()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_text_wrap()
        .set_border_top(FormatBorder::Medium)
        .set_border_bottom(FormatBorder::Thin);
    for (place, column) in (0_u16..).zip(&table.columns) {
        let label = column.label.pick(lang);
        let label = match &column.group {
            Some(group) => format!("{}\n{label}", group.pick(lang)),
            None => label,
        };
        sheet.write_string_with_format(4, place, label, &heading)?;
    }
    sheet.set_freeze_panes(5, 0)?;
    sheet.set_repeat_rows(4, 4)?;
    Ok(5)
}

/// Writes a cell and gives the width it wants.
fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    table: &Table,
    facts: &PaperFacts,
) -> Result<usize, XlsxError> {
    let format = format_of(cell, table, usize::from(column));
    match &cell.content {
        Content::Empty | Content::Bar(_) => {
            sheet.write_blank(row, column, &format)?;
            Ok(0)
        }
        Content::Text(text) => {
            sheet.write_string_with_format(row, column, text, &format)?;
            Ok(width(text))
        }
        Content::Label(label, indent) => {
            let text = label.pick(facts.lang);
            sheet.write_string_with_format(row, column, &text, &format.set_indent(*indent))?;
            Ok(width(&text) + 2 * usize::from(*indent))
        }
        Content::Amount(amount) => {
            let text = grouped(*amount, table.currency);
            match number(*amount, table.currency) {
                Some(number) => sheet.write_number_with_format(row, column, number, &format)?,
                None => sheet.write_string_with_format(row, column, &text, &format)?,
            };
            Ok(width(&text))
        }
        Content::Number(text) => {
            let format = format.set_num_format("#,##0.######").set_align(FormatAlign::Right);
            match text.parse::<f64>().ok().filter(|_| text.len() <= 15) {
                Some(number) => sheet.write_number_with_format(row, column, number, &format)?,
                None => sheet.write_string_with_format(row, column, text, &format)?,
            };
            Ok(width(&separated(text)))
        }
        Content::PerCent(value) => {
            let format = format.set_num_format("0.00%;[Red]-0.00%").set_align(FormatAlign::Right);
            let text = per_cent_text(*value);
            match i32::try_from(*value) {
                Ok(value) => sheet.write_number_with_format(
                    row,
                    column,
                    f64::from(value) / 10_000.0,
                    &format,
                )?,
                Err(_) => sheet.write_string_with_format(row, column, &text, &format)?,
            };
            Ok(width(&text))
        }
        Content::Date(day) => {
            let format = format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
            let date = excel_date(*day)?;
            sheet.write_datetime_with_format(row, column, &date, &format)?;
            Ok(10)
        }
    }
}

fn format_of(cell: &Cell, table: &Table, column: usize) -> Format {
    let mut format = Format::new().set_border_bottom(FormatBorder::Hair);
    match table.columns.get(column).map(|c| c.kind) {
        Some(ColumnKind::Amount) => {
            let decimals = "0".repeat(usize::from(table.currency.exponent()));
            let point = if decimals.is_empty() { "" } else { "." };
            let number = format!("#,##0{point}{decimals};[Red]-#,##0{point}{decimals}");
            format = format.set_num_format(number).set_align(FormatAlign::Right);
        }
        Some(ColumnKind::RowNumber) => format = format.set_align(FormatAlign::Center),
        _ => {}
    }
    match cell.kind {
        RowKind::Total => format.set_bold(),
        RowKind::GrandTotal => format.set_bold().set_border_bottom(FormatBorder::Double),
        _ => format,
    }
}

/// A spreadsheet's number has 15 exact digits. What would be rounded is written as text instead.
fn number(amount: Amount, currency: Currency) -> Option<f64> {
    let exact = amount.minor().unsigned_abs() < 1_000_000_000_000_000;
    amount.to_text(currency).parse().ok().filter(|_| exact)
}

fn foot(
    sheet: &mut Worksheet,
    row: u32,
    table: &Table,
    facts: &PaperFacts,
) -> Result<(), XlsxError> {
    let words = Words::new(facts.lang);
    let operation =
        words.say("report-operation", &[("operation", facts.operation.to_string().into())]);
    let code = words.say("report-code", &[("code", (&facts.code).into())]);
    let proof = facts.proof_said().unwrap_or_default();
    let state = [operation, code, proof].join("  ");
    sheet.write_string(row, 0, state.trim_end())?;
    for (row, check) in (row + 1..).zip(once(&table.checks)) {
        sheet.write_string(row, 0, check_line(check, words, table.currency))?;
    }
    Ok(())
}

fn rows_of(table: &Table) -> u32 {
    u32::try_from(table.rows.len()).unwrap_or(u32::MAX / 2)
}
