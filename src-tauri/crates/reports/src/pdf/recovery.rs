//! The recovery sheet on A4: what it is, whose, the groups large enough to be read in ten years, and where to keep it.

use super::Sheet;
use super::faces::Faces;
use super::marks::{Ink, Page, Type};
use super::save::{self, About};
use super::wrap::wrap;
use crate::bilingual::{Bilingual, Lang};
use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::recovery::RecoveryPaper;
use crate::table::Paper;

/// Groups in a row of the sheet.
const IN_A_ROW: usize = 4;
const ROW: f32 = 19.0;
const LEADING: f32 = 1.55;

/// What a person is told beneath the groups, in this order.
const PARAGRAPHS: [&str; 4] =
    ["recovery-paper-use", "recovery-paper-how", "recovery-paper-keep", "recovery-paper-warning"];

/// The sheet as a PDF of one page.
pub(crate) fn pdf(paper: &RecoveryPaper<'_>) -> Result<Vec<u8>, ReportError> {
    let faces = Faces::embedded()?;
    let sheet = Sheet { margin: 22.0, ..Sheet::of(Paper::Portrait) };
    let mut page = Page::default();
    let title = Bilingual::word("recovery-paper-title");
    let mut y = sheet.margin + 10.0;
    page.centre(sheet.width / 2.0, y, &title.zh, Type::new(22.0).bold(), &faces);
    page.centre(sheet.width / 2.0, y + 7.5, &title.en, Type::new(12.0).grey(), &faces);
    y = facts(&mut page, sheet, y + 20.0, paper, &faces);
    y = groups(&mut page, sheet, y + 6.0, paper.groups, &faces);
    paragraphs(&mut page, sheet, y + 12.0, &faces);
    let about = About {
        title: title.pick(Lang::Both),
        subject: String::new(),
        keywords: vec!["recovery-sheet".to_owned()],
    };
    save::save(&[page], sheet, &about, &named(paper), &faces)
}

/// Company, person and day, each with its label in both languages.
fn facts(page: &mut Page, sheet: Sheet, top: f32, paper: &RecoveryPaper<'_>, faces: &Faces) -> f32 {
    let day = PaperFacts::as_of(paper.day).pick(Lang::Both);
    let lines = [
        ("recovery-paper-company", paper.company),
        ("recovery-paper-person", paper.person),
        ("recovery-paper-day", day.as_str()),
    ];
    let (label_type, value_type) = (Type::new(9.5).grey(), Type::new(11.5));
    let values = sheet.left() + 46.0;
    let mut y = top;
    for (key, value) in lines {
        page.left(sheet.left(), y, &Bilingual::word(key).pick(Lang::Both), label_type);
        for line in wrap(value, sheet.right() - values, |part| value_type.width(part, faces)) {
            page.left(values, y, &line, value_type);
            y += 7.0;
        }
    }
    y
}

/// The groups in their order, each with its number, in a frame.
fn groups(page: &mut Page, sheet: Sheet, top: f32, groups: &str, faces: &Faces) -> f32 {
    let all: Vec<&str> = groups.split('-').collect();
    let bottom = top + ROW * all.chunks(IN_A_ROW).count() as f32;
    let cell = sheet.inner() / IN_A_ROW as f32;
    for (place, group) in all.iter().enumerate() {
        let left = sheet.left() + cell * (place % IN_A_ROW) as f32;
        let y = top + ROW * (place / IN_A_ROW) as f32;
        page.left(left + 2.0, y + 4.6, &(place + 1).to_string(), Type::new(7.5).grey());
        page.centre(left + cell / 2.0, y + 13.2, group, Type::new(23.0).bold(), faces);
    }
    for row in 0..=all.chunks(IN_A_ROW).count() {
        let (y, is_edge) = (top + ROW * row as f32, row == 0);
        let firm = is_edge || y + ROW > bottom + 0.1;
        let (thickness, ink) = if firm { (0.32, Ink::Black) } else { (0.1, Ink::Hair) };
        page.across(y, sheet.left(), sheet.right(), thickness, ink);
    }
    for column in 0..=IN_A_ROW {
        let x = sheet.left() + cell * column as f32;
        let firm = column == 0 || column == IN_A_ROW;
        let (thickness, ink) = if firm { (0.32, Ink::Black) } else { (0.1, Ink::Hair) };
        page.down(x, top, bottom, thickness, ink);
    }
    bottom
}

/// What it is for, how it is used, where to keep it: the Chinese, and the English under it.
fn paragraphs(page: &mut Page, sheet: Sheet, top: f32, faces: &Faces) {
    let mut y = top;
    for key in PARAGRAPHS {
        let words = Bilingual::word(key);
        for (text, style) in [(&words.zh, Type::new(10.5)), (&words.en, Type::new(9.0).grey())] {
            for line in wrap(text, sheet.inner(), |part| style.width(part, faces)) {
                page.left(sheet.left(), y, &line, style);
                y += style.height() * LEADING;
            }
        }
        y += 3.6;
    }
}

/// What the document says of itself.
fn named(paper: &RecoveryPaper<'_>) -> PaperFacts {
    PaperFacts {
        company: paper.company.to_owned(),
        period: Bilingual::default(),
        prepared_by: None,
        reviewed_by: None,
        approved_by: None,
        printed_as_of: paper.day,
        operation: 0,
        code: String::new(),
        proof: None,
        unposted: None,
        lang: Lang::Both,
    }
}
