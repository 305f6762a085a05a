//! What stands around the table: title and facts above, signatures and checks below, the foot of every page.

use super::Sheet;
use super::faces::Faces;
use super::marks::{Ink, Page, Type};
use super::pages::Room;
use super::wrap::wrap;
use crate::bilingual::Lang;
use crate::facts::{self, PaperFacts, labelled};
use crate::statement::once;
use crate::table::Table;
use crate::text::check_line;
use crate::words::Words;

const TITLE: f32 = 18.0;
const SMALL: f32 = 9.0;
const FOOT: f32 = 7.0;
/// From the top of the table's title to the line with company, period and unit.
const UNDER_TITLE: f32 = 9.5;
/// Between the table and the signatures, and from one line of checks to the next.
const ABOVE_SIGNATURES: f32 = 9.0;
const CHECK_LEADING: f32 = 3.6;

/// The height that is left for the table and its headings.
pub(super) fn room(sheet: Sheet, table: &Table, facts: &PaperFacts, faces: &Faces) -> Room {
    let other = foot_line(sheet) - 5.0 - table_top(sheet, facts, faces);
    let checks = check_lines(sheet, table, facts, faces).len() as f32 * CHECK_LEADING;
    Room { last: other - ABOVE_SIGNATURES - 5.0 - checks, other }
}

/// Draws title, form number, company, period and unit, and gives the place where the table begins.
pub(super) fn head(
    page: &mut Page,
    sheet: Sheet,
    table: &Table,
    facts: &PaperFacts,
    faces: &Faces,
) -> f32 {
    let middle = sheet.width / 2.0;
    let mut y = sheet.margin + 6.5;
    for (place, title) in table.title.lines(facts.lang).into_iter().enumerate() {
        if place == 0 {
            page.centre(middle, y, title, Type::new(TITLE).bold(), faces);
        } else {
            y += 5.6;
            page.centre(middle, y, title, Type::new(11.0).grey(), faces);
        }
    }
    let style = Type::new(SMALL);
    let line = facts_line(sheet, facts, faces);
    let company = company_lines(sheet, facts, faces);
    for (text, up) in company.iter().rev().zip(0_u8..) {
        page.left(sheet.left(), line - f32::from(up) * style.height() * 1.3, text, style);
    }
    page.centre(middle, line, &facts.period.pick(facts.lang), style, faces);
    if facts.unposted.is_some() {
        let above = line - style.height() * 1.35;
        let extent = Type { ink: Ink::Red, ..Type::new(FOOT + 0.5) };
        page.centre(middle, above, &facts.extent().pick(facts.lang), extent, faces);
    }
    let unit = facts::unit(table.currency.code());
    let unit = labelled("report-unit", &unit.pick(facts.lang), facts.lang);
    page.right(sheet.right(), line, &unit, style, faces);
    if let Some(form) = &table.form {
        page.right(sheet.right(), line - style.height() * 1.5, form, style, faces);
    }
    table_top(sheet, facts, faces)
}

/// Draws the lines for signatures and the checks under the table's end.
pub(super) fn close(
    page: &mut Page,
    sheet: Sheet,
    bottom: f32,
    table: &Table,
    facts: &PaperFacts,
    faces: &Faces,
) {
    let y = bottom + ABOVE_SIGNATURES;
    if table.is_signed {
        signatures(page, sheet, y, facts, faces);
    }
    let mut y = y + 6.5;
    for (text, ink) in check_lines(sheet, table, facts, faces) {
        page.left(sheet.left(), y, &text, Type { ink, ..Type::new(FOOT) });
        y += CHECK_LEADING;
    }
}

/// Draws who is to sign, with their name or a line to sign on.
fn signatures(page: &mut Page, sheet: Sheet, y: f32, facts: &PaperFacts, faces: &Faces) {
    // Labels in two languages leave less of the line to sign on, so they are smaller.
    let style = Type::new(if facts.lang == Lang::Both { SMALL - 1.5 } else { SMALL });
    let people = [
        ("report-approved-by", &facts.approved_by),
        ("report-reviewed-by", &facts.reviewed_by),
        ("report-prepared-by", &facts.prepared_by),
    ];
    let slot = sheet.inner() / 3.0;
    let mut x = sheet.left();
    for (key, name) in people {
        let label = labelled(key, "", facts.lang);
        page.left(x, y, &label, style);
        let from = x + style.width(&label, faces) + 1.5;
        match name {
            Some(name) => page.left(from, y, name, style),
            None => page.across(y + 0.9, from, x + slot - 6.0, 0.12, Ink::Grey),
        }
        x += slot;
    }
}

/// Draws the foot: from which state of the book, and which page.
pub(super) fn foot(
    page: &mut Page,
    sheet: Sheet,
    facts: &PaperFacts,
    (number, of): (usize, usize),
    faces: &Faces,
) {
    let (style, words) = (Type::new(FOOT).grey(), Words::new(facts.lang));
    let operation = [("operation", facts.operation.to_string().into())];
    let state = [
        words.say("report-operation", &operation),
        words.say("report-code", &[("code", (&facts.code).into())]),
        facts.extent().pick(facts.lang),
    ];
    let y = foot_line(sheet);
    if let Some(proof) = facts.proof_said() {
        page.left(sheet.left(), y + CHECK_LEADING, &proof, style);
    }
    page.left(sheet.left(), y, &state.join("  ·  "), style);
    let pages = [("page", number.to_string().into()), ("pages", of.to_string().into())];
    page.right(sheet.right(), y, &words.say("report-page", &pages), style, faces);
}

fn foot_line(sheet: Sheet) -> f32 {
    sheet.height - 11.0
}

fn facts_line(sheet: Sheet, facts: &PaperFacts, faces: &Faces) -> f32 {
    let titles = if facts.lang == Lang::Both { 5.6 } else { 0.0 };
    let more = company_lines(sheet, facts, faces).len().saturating_sub(2) as f32;
    sheet.margin + 6.5 + titles + UNDER_TITLE + more * Type::new(SMALL).height() * 1.3
}

fn table_top(sheet: Sheet, facts: &PaperFacts, faces: &Faces) -> f32 {
    facts_line(sheet, facts, faces) + 2.2
}

/// The company's name beside the period; a long one is broken and grows upwards.
fn company_lines(sheet: Sheet, facts: &PaperFacts, faces: &Faces) -> Vec<String> {
    let style = Type::new(SMALL);
    let period = style.width(&facts.period.pick(facts.lang), faces);
    let room = (sheet.inner() - period) / 2.0 - 4.0;
    let text = labelled("report-company", &facts.company, facts.lang);
    wrap(&text, room, |part| style.width(part, faces))
}

/// The checks, each once with a tick when it holds in every column; those that hold share lines.
fn check_lines(
    sheet: Sheet,
    table: &Table,
    facts: &PaperFacts,
    faces: &Faces,
) -> Vec<(String, Ink)> {
    let words = Words::new(facts.lang);
    let style = Type::new(FOOT);
    let mut lines: Vec<(String, Ink)> = Vec::new();
    let mut held = String::new();
    for check in once(&table.checks) {
        if !check.holds {
            let text = format!("× {}", check_line(check, words, table.currency));
            lines.push((text, Ink::Red));
            continue;
        }
        let text = format!("✓ {}", words.say(&format!("check-{}", check.name), &[]));
        let joined = if held.is_empty() { text.clone() } else { format!("{held}    {text}") };
        if style.width(&joined, faces) <= sheet.inner() {
            held = joined;
        } else {
            lines.push((std::mem::replace(&mut held, text), Ink::Grey));
        }
    }
    if !held.is_empty() {
        lines.push((held, Ink::Grey));
    }
    lines
}
