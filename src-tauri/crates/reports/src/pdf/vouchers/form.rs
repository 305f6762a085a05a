//! One half: title, number and date above, the ruled lines, the total in words, and the names under it.

use super::rows::{BODY, Row, widths};
use crate::bilingual::{Bilingual, Lang};
use crate::error::ReportError;
use crate::facts::{PaperFacts, labelled};
use crate::in_words::in_words;
use crate::money_text::printed;
use crate::pdf::faces::Faces;
use crate::pdf::grid::{Line, PADDING, block};
use crate::pdf::marks::{Ink, Page, Type};
use crate::pdf::wrap::wrap;
use crate::voucher::{Voucher, VoucherMark, VoucherState};
use crate::words::{Arg, Words};
use kontor_ledger::money::{Amount, Currency};

/// A half of A4, which is A5 across.
pub(super) const WIDTH: f32 = 210.0;
pub(super) const HEIGHT: f32 = 148.5;
/// Vouchers are bound on the left.
pub(super) const LEFT: f32 = 22.0;
pub(super) const RIGHT: f32 = 198.0;
/// The width of a column of amounts.
pub(super) const AMOUNT: f32 = 33.0;

const TITLE: f32 = 15.0;
const FACTS: f32 = 29.5;
const TOP: f32 = 32.5;
const HEAD: f32 = 7.6;
const TOTAL: f32 = 9.4;
const FIRM: f32 = 0.32;
const THIN: f32 = 0.16;
const HAIR: f32 = 0.1;
const SMALL: f32 = 8.0;
const FOOT: f32 = 6.2;

/// What all vouchers of a document share.
pub(super) struct Form<'a> {
    pub(super) faces: &'a Faces,
    pub(super) facts: &'a PaperFacts,
    pub(super) currency: Currency,
}

/// The place of a half among those of its voucher.
#[derive(Clone, Copy)]
struct Place {
    number: usize,
    of: usize,
}

impl Form<'_> {
    /// A voucher on as many halves as its lines need.
    pub(super) fn halves(&self, voucher: &Voucher) -> Result<Vec<Page>, ReportError> {
        let halves = self.rows(voucher)?;
        let of = halves.len();
        let mut pages = Vec::new();
        for (rows, number) in halves.iter().zip(1..) {
            let (mut page, place) = (Page::default(), Place { number, of });
            self.head(&mut page, voucher, place);
            self.table(&mut page, rows);
            self.total(&mut page, voucher, place)?;
            self.names(&mut page, voucher);
            self.foot(&mut page, voucher);
            pages.push(page);
        }
        Ok(pages)
    }

    fn words(&self) -> Words {
        Words::new(self.facts.lang)
    }

    fn head(&self, page: &mut Page, voucher: &Voucher, place: Place) {
        let (lang, middle) = (self.facts.lang, (LEFT + RIGHT) / 2.0);
        let title = Bilingual::word("voucher-paper-title");
        let mut y = TITLE;
        for (at, text) in title.lines(lang).into_iter().enumerate() {
            if at > 0 {
                y += 4.6;
                page.centre(middle, y, text, Type::new(SMALL).grey(), self.faces);
                continue;
            }
            // Set wide, with the double rule of the printed forms under it.
            let spaced = if lang == Lang::En { text.to_owned() } else { spaced(text) };
            let style = Type::new(17.0).bold();
            page.centre(middle, y, &spaced, style, self.faces);
            let half = style.width(&spaced, self.faces) / 2.0 + 4.0;
            for below in [2.0, 2.8] {
                page.across(y + below, middle - half, middle + half, THIN, Ink::Black);
            }
            y += 2.8;
        }
        let style = Type::new(SMALL);
        let company = labelled("report-company", &self.facts.company, lang);
        let company = wrap(&company, 62.0, |part| style.width(part, self.faces));
        for (text, up) in company.iter().rev().zip(0_u8..) {
            page.left(LEFT, FACTS - f32::from(up) * 3.5, text, style);
        }
        let day = PaperFacts::as_of(voucher.date).pick(lang);
        page.centre(middle, FACTS, &day, style, self.faces);
        self.number(page, voucher, place);
    }

    /// The number, and above it what makes this one other than most: a draft, a reversal, the attached papers.
    fn number(&self, page: &mut Page, voucher: &Voucher, place: Place) {
        let words = self.words();
        let mut number = match &voucher.state {
            VoucherState::Posted(word, number) => words.say(
                "voucher-paper-number",
                &[("word", word.into()), ("number", number.to_string().into())],
            ),
            VoucherState::Draft(number) => {
                words.say("voucher-paper-draft-number", &[("number", number.to_string().into())])
            }
        };
        if place.of > 1 {
            number = format!("{number}  ({}/{})", place.number, place.of);
        }
        let style = Type::new(SMALL);
        page.right(RIGHT, FACTS, &number, Type::new(SMALL + 1.0), self.faces);
        let attached = [("count", Arg::Text(voucher.attachments.to_string().into()))];
        let attached = words.say("voucher-paper-attached", &attached);
        page.right(RIGHT, FACTS - 4.4, &attached, style, self.faces);
        let mut marks = Vec::new();
        if matches!(voucher.state, VoucherState::Draft(_)) {
            marks.push(words.say("voucher-paper-draft", &[]));
        }
        if let Some(number) = &voucher.reverses {
            marks.push(words.say("voucher-paper-reverses", &[("number", number.into())]));
        }
        let red = Type { ink: Ink::Red, ..style.bold() };
        page.right(RIGHT, FACTS - 8.8, &marks.join("  "), red, self.faces);
    }

    fn table(&self, page: &mut Page, rows: &[Row]) {
        let (memo, account) = widths();
        let edges = [LEFT, LEFT + memo, LEFT + memo + account, RIGHT - AMOUNT, RIGHT];
        let heads = ["memo", "account", "debit", "credit"]
            .map(|name| self.words().say(&format!("voucher-paper-{name}"), &[]));
        page.across(TOP, LEFT, RIGHT, FIRM, Ink::Black);
        for (text, (from, to)) in heads.iter().zip(pairs(&edges)) {
            let style = Type::new(SMALL - 0.5);
            page.centre((from + to) / 2.0, TOP + 4.9, text, style, self.faces);
        }
        let mut y = TOP + HEAD;
        page.across(y, LEFT, RIGHT, THIN, Ink::Black);
        for row in rows {
            let cells = [
                (&row.memo, false),
                (&row.account, false),
                (&row.debit, true),
                (&row.credit, true),
            ];
            for ((lines, is_amount), (from, to)) in cells.into_iter().zip(pairs(&edges)) {
                self.cell(page, lines, (from, to), (y, row.height), is_amount);
            }
            y += row.height;
            page.across(y, LEFT, RIGHT, HAIR, Ink::Hair);
        }
        let bottom = TOP + HEAD + BODY;
        if bottom - y > 6.0 {
            // Rows left empty are struck out, so that nothing is written into them later.
            let from = edges.get(2).copied().unwrap_or(LEFT);
            page.rules.push(crate::pdf::marks::RuleMark {
                from: (from, bottom),
                to: (RIGHT, y),
                thickness: THIN,
                ink: Ink::Grey,
            });
        }
        page.across(bottom, LEFT, RIGHT, THIN, Ink::Black);
        page.across(bottom + TOTAL, LEFT, RIGHT, FIRM, Ink::Black);
        for (place, x) in edges.into_iter().enumerate() {
            let outer = place == 0 || place == 4;
            // The total's words run over memo and account.
            let to = if place == 1 { bottom } else { bottom + TOTAL };
            let (thickness, ink) = if outer { (FIRM, Ink::Black) } else { (HAIR, Ink::Hair) };
            page.down(x, TOP, to, thickness, ink);
        }
    }

    fn cell(
        &self,
        page: &mut Page,
        lines: &[Line],
        (left, right): (f32, f32),
        (top, height): (f32, f32),
        is_amount: bool,
    ) {
        let mut y = top + (height - block(lines)) / 2.0;
        for line in lines {
            let baseline = y + line.leading() * 0.5 + line.style.height() * 0.37;
            if is_amount {
                page.right(right - PADDING, baseline, &line.text, line.style, self.faces);
            } else {
                page.left(left + PADDING, baseline, &line.text, line.style);
            }
            y += line.leading();
        }
    }

    /// The total in words and figures, on the last half only.
    fn total(&self, page: &mut Page, voucher: &Voucher, place: Place) -> Result<(), ReportError> {
        let top = TOP + HEAD + BODY;
        let style = Type::new(SMALL);
        if place.number < place.of {
            let text = self.words().say("voucher-paper-continued", &[]);
            page.left(LEFT + PADDING, top + 5.9, &text, style.grey());
            return Ok(());
        }
        let label = self.words().say("voucher-paper-total", &[]);
        page.left(LEFT + PADDING, top + 5.9, &label, style);
        let from = LEFT + PADDING + style.width(&label, self.faces) + 4.0;
        let room = RIGHT - 2.0 * AMOUNT - from - PADDING;
        if let Some(said) = in_words(voucher.totals.0, self.currency) {
            let mut lines = Vec::new();
            for text in said.lines(self.facts.lang) {
                lines.extend(self.fitted(text, room));
            }
            let mut y = top + (TOTAL - block(&lines)) / 2.0;
            for line in &lines {
                let baseline = y + line.leading() * 0.5 + line.style.height() * 0.37;
                page.left(from, baseline, &line.text, line.style);
                y += line.leading();
            }
        }
        let (debit, credit) = voucher.totals;
        for (amount, right) in [(debit, RIGHT - AMOUNT), (credit, RIGHT)] {
            let lines = match amount {
                Amount::ZERO => vec![Line {
                    text: printed(amount, self.currency),
                    style: Type::new(9.0),
                    indent: 0.0,
                }],
                amount => self.amount(amount)?,
            };
            let lines: Vec<Line> =
                lines.into_iter().map(|line| Line { style: line.style.bold(), ..line }).collect();
            self.cell(page, &lines, (right - AMOUNT, right), (top, TOTAL), true);
        }
        Ok(())
    }

    /// A text on one line if it fits, else smaller on as many as it takes.
    fn fitted(&self, text: &str, room: f32) -> Vec<Line> {
        let style = Type::new(9.0).bold();
        let fits = |style: Type, text: &str| style.width(text, self.faces) <= room;
        let is_first = self.facts.lang != Lang::Both;
        let style = if is_first && fits(style, text) { style } else { Type::new(6.2).bold() };
        wrap(text, room, |part| style.width(part, self.faces))
            .into_iter()
            .map(|text| Line { text, style, indent: 0.0 })
            .collect()
    }

    fn names(&self, page: &mut Page, voucher: &Voucher) {
        let y = TOP + HEAD + BODY + TOTAL + 6.4;
        let size = if self.facts.lang == Lang::Both { SMALL - 1.6 } else { SMALL };
        let style = Type::new(size);
        let prepared_by = Some(voucher.prepared_by.clone());
        let people = [
            ("voucher-paper-posted-by", &voucher.posted_by),
            ("voucher-paper-reviewed-by", &voucher.reviewed_by),
            ("voucher-paper-cashier", &voucher.signed_by),
            ("voucher-paper-prepared-by", &prepared_by),
        ];
        let slot = (RIGHT - LEFT) / 4.0;
        let mut x = LEFT;
        for (key, name) in people {
            let label = labelled(key, "", self.facts.lang);
            page.left(x, y, &label, style);
            let from = x + style.width(&label, self.faces) + 1.0;
            match name {
                Some(name) => {
                    let room = slot - style.width(&label, self.faces) - 2.0;
                    let lines = wrap(name, room, |part| style.width(part, self.faces));
                    for (text, down) in lines.iter().zip(0_u8..) {
                        page.left(from, y + f32::from(down) * style.height() * 1.2, text, style);
                    }
                }
                None => page.across(y + 0.9, from, x + slot - 4.0, 0.12, Ink::Grey),
            }
            x += slot;
        }
    }

    fn foot(&self, page: &mut Page, voucher: &Voucher) {
        let style = Type::new(FOOT).grey();
        let words = self.words();
        let operation = [("operation", self.facts.operation.to_string().into())];
        let state = [
            words.say("report-operation", &operation),
            words.say("report-code", &[("code", (&self.facts.code).into())]),
        ];
        page.left(LEFT, HEIGHT - 8.0, &state.join("  ·  "), style);
        let mark = match voucher.mark {
            Some(VoucherMark::OnePerson) => Some(words.say("voucher-paper-one-person", &[])),
            Some(VoucherMark::OwnReview) => Some(words.say("voucher-paper-own-review", &[])),
            None => None,
        };
        if let Some(mark) = mark {
            page.right(RIGHT, HEIGHT - 8.0, &mark, style, self.faces);
        }
    }
}

/// Each edge with the next.
fn pairs(edges: &[f32; 5]) -> impl Iterator<Item = (f32, f32)> {
    edges.iter().copied().zip(edges.iter().copied().skip(1))
}

/// Characters with a space between them, as titles of Chinese forms are set.
fn spaced(text: &str) -> String {
    text.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
