//! Writes drawn pages as a PDF with the glyphs they use. Nothing in it comes from a clock, a counter or chance.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveTime};
use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{
    Codepoint, Color, FontId, Greyscale, Line, LinePoint, Mm, OffsetDateTime, Op, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rgb, TextItem,
};
use sha2::{Digest, Sha256};

use super::Sheet;
use super::faces::{Face, Faces, MM_PER_POINT, Subset};
use super::marks::{Ink, Page, RuleMark, TextMark};
use crate::bilingual::Lang;
use crate::error::ReportError;
use crate::facts::PaperFacts;

/// The minus of amounts, and the hyphen as which it is copied out of the paper.
const MINUS: char = '\u{2212}';

/// What a document says about itself.
pub(super) struct About {
    pub(super) title: String,
    pub(super) subject: String,
    pub(super) keywords: Vec<String>,
}

/// The document's bytes.
pub(super) fn save(
    pages: &[Page],
    sheet: Sheet,
    about: &About,
    facts: &PaperFacts,
    faces: &Faces,
) -> Result<Vec<u8>, ReportError> {
    let mut document = PdfDocument::new(&about.title);
    let mut subsets = BTreeMap::new();
    for (face, used) in used_characters(pages, faces)?.into_values() {
        let subset = face.subset(&used)?;
        let font = PdfFont::new(subset.font.clone());
        document.resources.fonts.map.insert(FontId(subset.name.clone()), font);
        subsets.insert(face.name(), subset);
    }
    describe(&mut document, about, facts);
    document.pages = pages.iter().map(|page| drawn(page, sheet, &subsets, faces)).collect();
    let mut warnings = Vec::new();
    let file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    finish(file, facts.lang)
}

/// The characters of each face; an error names the first that none has.
fn used_characters(
    pages: &[Page],
    faces: &Faces,
) -> Result<BTreeMap<&'static str, (&'static Face, BTreeSet<char>)>, ReportError> {
    let mut used = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.texts) {
        let missing = |character| ReportError::NoGlyph { character, text: mark.text.clone() };
        for (face, run) in faces.runs(&mark.text, mark.style.weight).map_err(missing)? {
            let (_, characters) =
                used.entry(face.name()).or_insert_with(|| (face, BTreeSet::new()));
            characters.extend(run.chars());
        }
    }
    Ok(used)
}

fn describe(document: &mut PdfDocument, about: &About, facts: &PaperFacts) {
    let info = &mut document.metadata.info;
    let midnight = facts.printed_as_of.and_time(NaiveTime::MIN).and_utc().timestamp();
    if let Ok(date) = OffsetDateTime::from_unix_timestamp(midnight) {
        info.creation_date = date;
        info.modification_date = date;
        info.metadata_date = date;
    }
    info.author = facts.company.clone();
    info.creator = "Kontor".to_owned();
    info.producer = "Kontor".to_owned();
    info.subject.clone_from(&about.subject);
    info.keywords.clone_from(&about.keywords);
    info.identifier = format!("{}-{}-{}", facts.printed_as_of.year(), facts.operation, facts.code);
}

type Subsets = BTreeMap<&'static str, Subset>;

fn drawn(page: &Page, sheet: Sheet, subsets: &Subsets, faces: &Faces) -> PdfPage {
    let mut ops = Vec::new();
    for rule in &page.rules {
        ops.extend(rule_ops(rule, sheet));
    }
    for text in &page.texts {
        ops.extend(text_ops(text, sheet, subsets, faces));
    }
    PdfPage::new(Mm(sheet.width), Mm(sheet.height), ops)
}

fn rule_ops(rule: &RuleMark, sheet: Sheet) -> [Op; 3] {
    let point = |(x, y)| LinePoint { p: point(x, y, sheet), bezier: false };
    let line = Line { points: vec![point(rule.from), point(rule.to)], is_closed: false };
    [
        Op::SetOutlineColor { col: colour(rule.ink) },
        Op::SetOutlineThickness { pt: points(rule.thickness) },
        Op::DrawLine { line },
    ]
}

/// A text, each run in its face; a run begins where the one before ended.
fn text_ops(mark: &TextMark, sheet: Sheet, subsets: &Subsets, faces: &Faces) -> Vec<Op> {
    let mut ops = vec![
        Op::StartTextSection,
        Op::SetFillColor { col: colour(mark.style.ink) },
        Op::SetTextCursor { pos: point(mark.x, mark.baseline, sheet) },
    ];
    for (face, run) in faces.runs(&mark.text, mark.style.weight).unwrap_or_default() {
        let Some(subset) = subsets.get(face.name()) else { continue };
        let font = PdfFontHandle::External(FontId(subset.name.clone()));
        ops.push(Op::SetFont { font, size: Pt(mark.style.size) });
        ops.push(Op::ShowText { items: items(run, subset) });
    }
    ops.push(Op::EndTextSection);
    ops
}

fn items(text: &str, subset: &Subset) -> Vec<TextItem> {
    let mut items = Vec::new();
    for (place, part) in text.split(MINUS).enumerate() {
        let glyph = subset.font.lookup_glyph_index(u32::from(MINUS));
        if let Some(glyph) = glyph.filter(|_| place > 0) {
            let minus = Codepoint::with_cid(glyph, 0.0, "-".to_owned());
            items.push(TextItem::GlyphIds(vec![minus]));
        }
        if !part.is_empty() {
            items.push(TextItem::Text(part.to_owned()));
        }
    }
    items
}

fn point(x: f32, y: f32, sheet: Sheet) -> Point {
    Point { x: points(x), y: points(sheet.height - y) }
}

/// Hundredths of a point are finer than any printer and keep the file small.
fn points(mm: f32) -> Pt {
    Pt((mm / MM_PER_POINT * 100.0).round() / 100.0)
}

fn colour(ink: Ink) -> Color {
    let grey = |percent| Color::Greyscale(Greyscale { percent, icc_profile: None });
    match ink {
        Ink::Black => grey(0.07),
        Ink::Grey => grey(0.38),
        Ink::Hair => grey(0.68),
        Ink::Red => Color::Rgb(Rgb { r: 0.68, g: 0.12, b: 0.1, icc_profile: None }),
    }
}

/// Language and identity of the document. The library takes identities from a counter, so they are set anew here,
/// from the content itself.
fn finish(mut file: lopdf::Document, lang: Lang) -> Result<Vec<u8>, ReportError> {
    file.version = "1.7".to_owned();
    if let Ok(catalog) = file.catalog_mut() {
        let name = if lang == Lang::En { "en" } else { "zh-CN" };
        catalog.set("Lang", Object::string_literal(name));
        catalog.set("PageLayout", Object::Name(b"OneColumn".to_vec()));
        let mut viewer = Dictionary::new();
        viewer.set("DisplayDocTitle", Object::Boolean(true));
        catalog.set("ViewerPreferences", viewer);
    }
    // The library claims PDF/X in every file; these papers do not promise that.
    let info = file.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(info) = info.and_then(|id| file.get_dictionary_mut(id)) {
        info.remove(b"GTS_PDFXVersion");
        info.remove(b"Trapped");
    }
    file.compress();
    file.trailer.remove(b"ID");
    let content = bytes(&mut file)?;
    let digest: Vec<u8> = Sha256::digest(&content).iter().take(16).copied().collect();
    let id = Object::String(digest, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    bytes(&mut file)
}

fn bytes(file: &mut lopdf::Document) -> Result<Vec<u8>, ReportError> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|e| ReportError::Output(e.to_string()))?;
    Ok(bytes)
}
