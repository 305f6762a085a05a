//! The embedded typefaces: which characters they have, how wide these are, and the part of them a document needs.
//!
//! Noto Sans SC has the Chinese and most of what stands beside it; Noto Sans has the names of Łódź and Αθήνα.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::ReportError;

/// Millimetres in a point.
pub(super) const MM_PER_POINT: f32 = 25.4 / 72.0;

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// For almost everything.
    Regular,
    /// For titles and totals.
    Bold,
}

/// An embedded face.
struct Embedded {
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! face {
    ($name:literal) => {
        Embedded {
            name: $name,
            bytes: include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../assets/fonts/",
                $name,
                ".ttf"
            )),
        }
    };
}

static REGULAR: [Embedded; 2] = [face!("NotoSansSC-Regular"), face!("NotoSans-Regular")];
static BOLD: [Embedded; 2] = [face!("NotoSansSC-Bold"), face!("NotoSans-Bold")];

static PARSED: LazyLock<Option<Vec<Face>>> = LazyLock::new(|| {
    let regular = REGULAR.iter().map(|face| (Weight::Regular, face));
    let all = regular.chain(BOLD.iter().map(|face| (Weight::Bold, face)));
    all.map(|(weight, source)| Face::parse(weight, source)).collect()
});

/// A face of one weight.
pub(super) struct Face {
    weight: Weight,
    source: &'static Embedded,
    font: ParsedFont,
}

/// All faces, parsed once per process.
pub(super) struct Faces {
    faces: &'static [Face],
}

/// A face reduced to some characters, and the name it has in the document.
pub(super) struct Subset {
    /// `ABCDEF+NotoSansSC-Regular`; the tag comes from the bytes, so the same text gives the same name.
    pub(super) name: String,
    /// The reduced face as the PDF library wants it.
    pub(super) font: ParsedFont,
}

impl Faces {
    pub(super) fn embedded() -> Result<Self, ReportError> {
        let broken = || ReportError::Output("an embedded font cannot be read".to_owned());
        PARSED.as_ref().map(|faces| Self { faces }).ok_or_else(broken)
    }

    /// The faces of a weight, the one to be preferred first.
    fn of(&self, weight: Weight) -> impl Iterator<Item = &'static Face> {
        self.faces.iter().filter(move |face| face.weight == weight)
    }

    /// Splits a text into pieces, each for one face. A word stays in one face if any has all of it.
    ///
    /// # Errors
    /// The first character that no face has.
    pub(super) fn runs<'t>(
        &self,
        text: &'t str,
        weight: Weight,
    ) -> Result<Vec<(&'static Face, &'t str)>, char> {
        if let Some(face) = self.of(weight).find(|face| face.has_all(text)) {
            return Ok(vec![(face, text)]);
        }
        let mut runs = Vec::new();
        for word in text.split_inclusive(|c: char| c == ' ' || u32::from(c) >= 0x2e80) {
            match self.of(weight).find(|face| face.has_all(word)) {
                Some(face) => runs.push((face, word)),
                None => {
                    for letter in word.split_inclusive(|_| true) {
                        let face = self.of(weight).find(|face| face.has_all(letter));
                        let missing = || letter.chars().next().unwrap_or(' ');
                        runs.push((face.ok_or_else(missing)?, letter));
                    }
                }
            }
        }
        Ok(runs)
    }

    /// The width of a text in millimetres at a size in points.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        // What no face has is refused when the page is saved; here it only has no width.
        let runs = self.runs(text, weight).unwrap_or_default();
        let ems: f32 = runs.iter().map(|(face, run)| face.ems(run)).sum();
        ems * size * MM_PER_POINT
    }
}

impl Face {
    fn parse(weight: Weight, source: &'static Embedded) -> Option<Self> {
        let mut font = ParsedFont::from_bytes(source.bytes, 0, &mut Vec::new())?;
        // The bytes are already in the program; a copy of several megabytes is not needed as well.
        font.original_bytes = Vec::new();
        Some(Self { weight, source, font })
    }

    /// The face's name, for example `NotoSansSC-Regular`.
    pub(super) fn name(&self) -> &'static str {
        self.source.name
    }

    fn has_all(&self, text: &str) -> bool {
        text.chars().all(|c| self.font.lookup_glyph_index(u32::from(c)).is_some_and(|g| g != 0))
    }

    fn ems(&self, text: &str) -> f32 {
        let glyphs = text.chars().filter_map(|c| self.font.lookup_glyph_index(u32::from(c)));
        let units: u32 =
            glyphs.filter_map(|glyph| self.font.get_glyph_width(glyph)).map(u32::from).sum();
        units as f32 / f32::from(self.font.units_per_em.max(1))
    }

    /// The face with only these characters.
    pub(super) fn subset(&self, used: &BTreeSet<char>) -> Result<Subset, ReportError> {
        let mut new_glyphs = GlyphRemapper::new();
        let mut font = self.without_characters();
        for c in used {
            let Some(old) = self.font.lookup_glyph_index(u32::from(*c)) else { continue };
            let new = new_glyphs.remap(old);
            font.codepoint_to_glyph.insert(u32::from(*c), new);
            font.glyph_widths.insert(new, self.font.get_glyph_width(old).unwrap_or(0));
        }
        font.original_bytes = subsetter::subset(self.source.bytes, 0, &new_glyphs)
            .map_err(|e| ReportError::Output(format!("font subset: {e}")))?;
        let digest = Sha256::digest(&font.original_bytes);
        let tag: String = digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        Ok(Subset { name: format!("{tag}+{}", self.name()), font })
    }

    /// The measures of the face without its tables of characters, which would be copied for nothing.
    fn without_characters(&self) -> ParsedFont {
        let mut font = ParsedFont::with_glyph_data(
            Vec::new(),
            0,
            None,
            Default::default(),
            Default::default(),
            self.font.units_per_em,
            self.font.font_metrics.clone(),
        );
        font.pdf_font_metrics = self.font.pdf_font_metrics.clone();
        font
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_faces_have_every_character_of_the_general_standard() {
        let path = "../../../assets/fonts/general-standard-characters.txt";
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let list = std::fs::read_to_string(path).unwrap();
        let characters: BTreeSet<char> = list.lines().flat_map(str::chars).collect();
        assert_eq!((list.lines().count(), characters.len()), (8105, 8105));
        let faces = Faces::embedded().unwrap();
        for face in faces.faces.iter().filter(|face| face.name().starts_with("NotoSansSC")) {
            let missing: String =
                characters.iter().filter(|c| !face.has_all(&c.to_string())).collect();
            assert_eq!(missing, "", "{}", face.name());
        }
    }

    #[test]
    fn figures_are_tabular_in_both_faces() {
        let faces = Faces::embedded().unwrap();
        for weight in [Weight::Regular, Weight::Bold] {
            let widths: BTreeSet<u32> =
                ('0'..='9').map(|c| faces.width(&c.to_string(), weight, 100.0).to_bits()).collect();
            assert_eq!(widths.len(), 1, "{weight:?}");
        }
    }

    #[test]
    fn words_that_the_chinese_face_lacks_come_whole_from_the_other() {
        let faces = Faces::embedded().unwrap();
        let runs = faces.runs("宁波 Łódź Ltd", Weight::Bold).unwrap();
        let names: Vec<(&str, &str)> = runs.iter().map(|(face, run)| (face.name(), *run)).collect();
        let expected = [
            ("NotoSansSC-Bold", "宁"),
            ("NotoSansSC-Bold", "波"),
            ("NotoSansSC-Bold", " "),
            ("NotoSans-Bold", "Łódź "),
            ("NotoSansSC-Bold", "Ltd"),
        ];
        assert_eq!(names, expected);
        assert_eq!(faces.runs("a😀", Weight::Regular).err(), Some('😀'));
    }
}
