//! Statements, and the page of today, as files: text, CSV, JSON, XLSX or PDF, the same bytes for the same book,
//! request and day.

mod today;

use chrono::NaiveDate;
use kontor_reports::words::Words;
use kontor_reports::{Bilingual, Format, Lang, PaperFacts, ReportError, render, render_table};
use kontor_store::{Head, head};
use serde_json::json;

use crate::context::{Context, Now};
use crate::door::Door;
use crate::errors::{Code, Refusal};
use crate::proofs;
use crate::statements::{self, GetStatement, Unposted};

/// Renders a statement and notes it in the access log.
///
/// # Errors
/// When it may not be printed, does not exist, or a character has no glyph.
pub fn print(
    door: &Door,
    request: &GetStatement,
    format: Format,
    lang: Lang,
    now: &Now,
) -> Result<Vec<u8>, Refusal> {
    door.allow("print", now)?;
    let bytes = rendered(&door.context(now)?, request, format, lang, None)?;
    let what = if format == Format::Pdf { "print" } else { "export" };
    door.note(now, what, &json!({ "request": request, "lang": lang }))?;
    Ok(bytes)
}

/// A name for the file of a statement: what it is, whose, and when.
///
/// # Errors
/// When it does not exist.
pub(crate) fn file_name(
    door: &Door,
    request: &GetStatement,
    lang: Lang,
    now: &Now,
) -> Result<String, Refusal> {
    let context = door.context(now)?;
    if request.name == today::NAME {
        let title = Bilingual::word("nav-today");
        let title = if lang == Lang::En { title.en } else { title.zh };
        return Ok(format!("{title} {} {}", context.facts.company.name, now.today));
    }
    let span = statements::resolve(&context, request)?;
    let title = statements::make(&context, request, span, &Unposted::default())?.title;
    let title = if lang == Lang::En { title.en } else { title.zh };
    let company = &context.facts.company.name;
    let days = match request.name.as_str() {
        "balance-sheet" => span.to.to_string(),
        _ => format!("{} {}", span.from, span.to),
    };
    Ok(format!("{title} {company} {days}"))
}

/// Renders a statement; for a past operation as it was printed then.
pub(crate) fn rendered(
    context: &Context<'_>,
    request: &GetStatement,
    format: Format,
    lang: Lang,
    then: Option<&Head>,
) -> Result<Vec<u8>, Refusal> {
    if request.name == today::NAME {
        let day = context.now.today;
        let facts = paper_facts(context, PaperFacts::as_of(day), day, lang)?;
        return render_table(&today::table(context, format)?, format, &facts).map_err(refused);
    }
    let span = statements::resolve(context, request)?;
    // What was printed then had no need to say that it shows what was known then.
    let asked = match then {
        Some(head) => GetStatement {
            known_at: request.known_at.or(Some(head.number)),
            now_at: Some(head.number),
            ..request.clone()
        },
        None => request.clone(),
    };
    let unposted = Unposted::asked(context, &asked, span.to)?;
    let statement = statements::make(context, &asked, span, &unposted)?;
    let period = span.label(request.name == "balance-sheet");
    let mapping = statements::mapping_asked(context, request)?;
    let period = seen(known(period, request.known_at), mapping.as_ref());
    let mut facts = paper_facts(context, period, span.to, lang)?;
    let state = match then {
        Some(then) => then.clone(),
        None => head(context.connection)?,
    };
    facts.printed_as_of = day_of(&state).unwrap_or(span.to);
    (facts.operation, facts.code) = (state.number.unsigned_abs(), state.code());
    facts.unposted = unposted.count();
    if !request.include_unposted {
        facts.proof = Some(proofs::code(context, request, &statement, span, &state)?.text());
    }
    render(&statement, format, &facts).map_err(refused)
}

/// The days of a paper, and the standard it is seen under.
fn seen(period: Bilingual, mapping: Option<&statements::Mapping>) -> Bilingual {
    let Some(mapping) = mapping else { return period };
    let said = |lang, period: &String, standard: &String| {
        let args = [("period", period.into()), ("standard", standard.into())];
        Words::new(lang).say("report-seen-under", &args)
    };
    let standard = mapping.said();
    Bilingual::new(
        said(Lang::Zh, &period.zh, &standard.zh),
        said(Lang::En, &period.en, &standard.en),
    )
}

/// The days of a paper, and the operation whose knowledge it shows.
fn known(period: Bilingual, operation: Option<i64>) -> Bilingual {
    let Some(operation) = operation else { return period };
    let said = |lang, period: &String| {
        let operation = operation.to_string();
        let args = [("period", period.into()), ("operation", (&operation).into())];
        Words::new(lang).say("report-known-at", &args)
    };
    Bilingual::new(said(Lang::Zh, &period.zh), said(Lang::En, &period.en))
}

/// What stands around the figures of a paper about some days.
pub(crate) fn paper_facts(
    context: &Context<'_>,
    period: Bilingual,
    last_day: NaiveDate,
    lang: Lang,
) -> Result<PaperFacts, Refusal> {
    let head = head(context.connection)?;
    Ok(PaperFacts {
        company: context.facts.company.name.clone(),
        period,
        prepared_by: None,
        reviewed_by: None,
        approved_by: None,
        // The paper is dated by the last operation, never by the clock, so that it comes out the same tomorrow.
        printed_as_of: day_of(&head).unwrap_or(last_day),
        operation: head.number.unsigned_abs(),
        code: head.code(),
        proof: None,
        unposted: None,
        lang,
    })
}

/// The day of an operation.
fn day_of(head: &Head) -> Option<NaiveDate> {
    head.at.get(..10).and_then(|day| day.parse().ok())
}

pub(crate) fn refused(error: ReportError) -> Refusal {
    match error {
        ReportError::NoGlyph { character, text } => Refusal::new(Code::CharacterMissing)
            .with("character", character)
            .with("code", format!("U+{:04X}", u32::from(character)))
            .with("text", text),
        other => Refusal::bug(other),
    }
}
