//! Checks a print against the book: are its figures those the book knew at its operation, what was changed in the file,
//! and what changed in the book since.

use base64::Engine as _;
use chrono::NaiveDate;
use kontor_ledger::entry::EntryKind;
use kontor_reports::{Lang, Print, ReportError, Statement};
use kontor_store::entries::Changed;
use kontor_store::{Head, head, head_at};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{PrintCode, code};
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::prints::rendered;
use crate::statements::{GetStatement, Span, Unposted, make, resolve};

/// How many places, rows and entries are told.
const SHOWN: usize = 200;

/// Checks a print by its code, or by the file itself: the code then is read from it, and every figure compared.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct CheckPrint {
    pub code: Option<String>,
    /// The file's content in base64: PDF, CSV or XLSX.
    pub content: Option<String>,
}

/// What a print turned out to be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PrintCheck {
    pub code: String,
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub period_label_zh: String,
    pub period_label_en: String,
    #[ts(type = "number")]
    pub operation: i64,
    /// When the operation was performed, UTC.
    pub at: String,
    /// Whether the code is that of the figures the book knew at the operation.
    pub is_genuine: bool,
    /// Whether a file was compared, not only its code.
    pub is_file: bool,
    /// Where the file says something else than the book did.
    pub deviations: Vec<DeviationView>,
    /// Figures that are others now.
    pub changed: Vec<ChangedFigure>,
    /// The entries since that belong to the statement's days: posted, or with other tags.
    pub entries: Vec<SinceView>,
    /// How many there are.
    pub entry_count: usize,
}

/// A place where a file says something else than the book.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DeviationView {
    pub label: String,
    pub column: String,
    pub printed: String,
    pub recorded: String,
}

/// A figure that is another now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ChangedFigure {
    pub row: String,
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
    pub column: String,
    pub column_zh: String,
    pub column_en: String,
    /// Empty where there was no such row then, or is none now.
    pub then: String,
    pub now: String,
}

/// An entry that came since, or whose tags are others.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SinceView {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub memo: String,
    pub amount: String,
    #[ts(type = "number")]
    pub operation: i64,
    /// Whether it was there already and only its cash-flow item or activity is another.
    pub is_tagged: bool,
}

pub(crate) fn check(context: &Context<'_>, request: &CheckPrint) -> Result<PrintCheck, Refusal> {
    let file = request.content.as_deref().map(read).transpose()?;
    let typed = request.code.as_deref().filter(|code| !code.trim().is_empty());
    let found = match (&file, typed) {
        (_, Some(typed)) => PrintCode::parse(typed).ok_or_else(|| {
            Refusal::new(Code::PrintCodeMalformed).with("code", typed).with("field", "code")
        })?,
        (Some((print, _)), None) => print
            .code(PrintCode::parse)
            .ok_or_else(|| Refusal::new(Code::NoPrintCode).with("field", "content"))?,
        (None, None) => return Err(Refusal::new(Code::NoPrintCode).with("field", "code")),
    };
    let then_head = head_at(context.connection, found.operation)?.ok_or_else(|| {
        let last = head(context.connection).map(|head| head.number).unwrap_or_default();
        Refusal::new(Code::UnknownOperation)
            .with("operation", found.operation)
            .with("last", last)
            .with("field", "code")
    })?;
    let asked = found.request();
    let span = resolve(context, &asked)?;
    let (then, unposted) = as_known(context, &asked, span, &then_head)?;
    let true_code = code(context, &asked, &then, span, &then_head)?;
    let now = make(context, &asked, span, &Unposted::asked(context, &asked, span.to)?)?;
    let deviations = match &file {
        Some((print, bytes)) => deviations(context, &asked, &then_head, print, bytes)?,
        None => Vec::new(),
    };
    let label = span.label(asked.name == "balance-sheet");
    let since: Vec<&Changed> = unposted.changed().iter().filter(|one| within(one, span)).collect();
    Ok(PrintCheck {
        code: found.text(),
        title_zh: then.title.zh.clone(),
        title_en: then.title.en.clone(),
        period_label_zh: label.zh,
        period_label_en: label.en,
        operation: found.operation,
        at: then_head.at.clone(),
        is_genuine: true_code.digest == found.digest,
        is_file: file.is_some(),
        deviations,
        changed: changed(context, &then, &now),
        entry_count: since.len(),
        entries: since
            .iter()
            .take(SHOWN)
            .map(|one| show(context, one))
            .collect::<Result<_, _>>()?,
        name: asked.name,
    })
}

fn read(content: &str) -> Result<(Print, Vec<u8>), Refusal> {
    let malformed = || Refusal::new(Code::Malformed).with("what", "content");
    let engine = base64::engine::general_purpose::STANDARD;
    let bytes = engine.decode(content).map_err(|_| malformed())?;
    let unreadable = |_: ReportError| Refusal::new(Code::NoPrintCode).with("field", "content");
    Ok((Print::read(&bytes).map_err(unreadable)?, bytes))
}

/// The statement as it was printed at an operation, and what has come since.
fn as_known(
    context: &Context<'_>,
    asked: &GetStatement,
    span: Span,
    head: &Head,
) -> Result<(Statement, Unposted), Refusal> {
    let known = asked.known_at.or(Some(head.number));
    let now_at = Some(head.number);
    let asked = GetStatement { known_at: known, now_at, ..asked.clone() };
    let unposted = Unposted::asked(context, &asked, span.to)?;
    Ok((make(context, &asked, span, &unposted)?, unposted))
}

/// The file against what was printed, in the language that fits it best.
fn deviations(
    context: &Context<'_>,
    asked: &GetStatement,
    head: &Head,
    print: &Print,
    bytes: &[u8],
) -> Result<Vec<DeviationView>, Refusal> {
    let mut best: Option<Vec<_>> = None;
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        let original = rendered(context, asked, print.format, lang, Some(head))?;
        if original == bytes {
            return Ok(Vec::new());
        }
        let original = Print::read(&original).map_err(Refusal::bug)?;
        let found = print.deviations(&original, SHOWN);
        if best.as_ref().is_none_or(|best| found.len() < best.len()) {
            best = Some(found);
        }
    }
    let views = best.unwrap_or_default().into_iter().map(|one| DeviationView {
        label: one.label,
        column: one.column,
        printed: one.printed,
        recorded: one.expected,
    });
    Ok(views.collect())
}

/// The figures that differ, by row and column.
fn changed(context: &Context<'_>, then: &Statement, now: &Statement) -> Vec<ChangedFigure> {
    let mut changed = Vec::new();
    let is_known =
        |key: &str, row: &str| then.rows.iter().any(|one| one.key == key && one.row == row);
    let gone = now.rows.iter().filter(|one| !is_known(&one.key, &one.row));
    for row in then.rows.iter().chain(gone).filter(|row| !row.values.is_empty()) {
        let find = |statement: &Statement, column: &str| {
            let place = statement.columns.iter().position(|one| one.key == column)?;
            let found = statement.rows.iter().find(|one| one.key == row.key && one.row == row.row);
            found.and_then(|row| row.values.get(place)).copied()
        };
        for column in &now.columns {
            let (before, after) = (find(then, &column.key), find(now, &column.key));
            if before.unwrap_or_default() == after.unwrap_or_default() {
                continue;
            }
            let text = |value: Option<_>| value.map_or_else(String::new, |one| context.text(one));
            changed.push(ChangedFigure {
                row: row.row.clone(),
                key: row.key.clone(),
                label_zh: row.label.zh.clone(),
                label_en: row.label.en.clone(),
                column: column.key.clone(),
                column_zh: column.label.zh.clone(),
                column_en: column.label.en.clone(),
                then: text(before),
                now: text(after),
            });
        }
    }
    changed.truncate(SHOWN);
    changed
}

/// Balances rest on everything before them, so only what lies after the statement's last day cannot explain it.
fn within(changed: &Changed, span: Span) -> bool {
    changed.now.kind == EntryKind::Opening || changed.now.date <= span.to
}

fn show(context: &Context<'_>, changed: &Changed) -> Result<SinceView, Refusal> {
    let debits = changed.now.lines.iter().map(|line| line.debit);
    Ok(SinceView {
        uid: changed.uid,
        number: changed.number.clone(),
        date: changed.now.date,
        memo: changed.now.memo.clone(),
        amount: context.text(kontor_ledger::money::Amount::sum(debits)?),
        operation: changed.operation,
        is_tagged: changed.before.is_some(),
    })
}
