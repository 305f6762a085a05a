//! Books on paper and as files, from the same rows as the screen: a page after the other until the span is through.

use kontor_reports::{Binding, Cell, Format, Lang, Paper, RowKind, Table, render_table};
use serde_json::json;

use super::rows::{BookRow, Page, period, title};
use super::{GetLedger, page, return_kind, span};
use crate::context::{Context, Now};
use crate::door::Door;
use crate::errors::Refusal;
use crate::prints::{paper_facts, refused};

/// How many lines are read at once.
const PAGE: u32 = 2000;

/// Renders a book and notes it in the access log.
///
/// # Errors
/// When it may not be printed, does not exist, or a character has no glyph.
pub fn print(
    door: &Door,
    request: &GetLedger,
    format: Format,
    lang: Lang,
    now: &Now,
) -> Result<Vec<u8>, Refusal> {
    door.allow("print", now)?;
    let context = door.context(now)?;
    let span = span(&context, request)?;
    let table = table(&context, request)?;
    let facts = paper_facts(&context, period(request, span), span.to, lang)?;
    let bytes = render_table(&table, format, &facts).map_err(refused)?;
    let what = if format == Format::Pdf { "print" } else { "export" };
    door.note(now, what, &json!({ "request": request, "lang": lang }))?;
    Ok(bytes)
}

/// A name for the file of a book: what it is, whose, and when.
///
/// # Errors
/// When the days are not the book's.
pub(crate) fn file_name(
    door: &Door,
    request: &GetLedger,
    lang: Lang,
    now: &Now,
) -> Result<String, Refusal> {
    let context = door.context(now)?;
    let span = span(&context, request)?;
    let title = title(&request.name);
    let title = if lang == Lang::En { title.en } else { title.zh };
    let account = request.account.as_deref().map(|code| format!(" {code}")).unwrap_or_default();
    let company = &context.facts.company.name;
    Ok(format!("{title}{account} {company} {} {}", span.from, span.to))
}

fn table(context: &Context<'_>, request: &GetLedger) -> Result<Table, Refusal> {
    let span = span(context, request)?;
    let mut asked = request.clone();
    asked.after = None;
    let mut book = page(context, &asked, span, PAGE)?;
    let Page { label, .. } = book;
    let mut rows = Vec::new();
    let mut carried = Vec::new();
    loop {
        for row in std::mem::take(&mut book.rows) {
            let (cells, carries) = cells(row);
            rows.push(cells);
            carried.push(carries);
        }
        let Some(next) = book.next.take() else { break };
        asked.after = Some(next);
        book = page(context, &asked, span, PAGE)?;
    }
    Ok(Table {
        name: request.name.clone(),
        title: title(&request.name),
        form: None,
        currency: context.currency(),
        paper: if book.columns.len() > 8 { Paper::Landscape } else { Paper::Portrait },
        columns: book.columns,
        rows,
        checks: book.checks,
        is_signed: false,
        // A return is one form, not a book whose parts begin pages of their own.
        binding: return_kind(&request.name).is_none().then_some(Binding { label, carried }),
    })
}

fn cells(row: BookRow) -> (Vec<Cell>, Vec<Cell>) {
    let BookRow { kind, contents, carried, .. } = row;
    let of = |contents: Vec<_>, kind: RowKind| {
        contents.into_iter().map(|content| Cell { content, kind }).collect()
    };
    (of(contents, kind), of(carried, RowKind::Item))
}
