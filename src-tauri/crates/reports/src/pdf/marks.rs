//! What is drawn on a page: texts and rules in millimetres from its upper left corner, before any PDF exists.

use super::faces::{Faces, MM_PER_POINT, Weight};

/// The inks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// For text and firm rules.
    Black,
    /// For what only accompanies: translations, row numbers, the foot.
    Grey,
    /// For lines between rows.
    Hair,
    /// For negative amounts and failed checks.
    Red,
}

/// A type: face, size in points, ink.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) ink: Ink,
}

impl Type {
    pub(super) fn new(size: f32) -> Self {
        Self { weight: Weight::Regular, size, ink: Ink::Black }
    }

    pub(super) fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub(super) fn grey(self) -> Self {
        Self { ink: Ink::Grey, ..self }
    }

    /// The size in millimetres.
    pub(super) fn height(self) -> f32 {
        self.size * MM_PER_POINT
    }

    pub(super) fn width(self, text: &str, faces: &Faces) -> f32 {
        faces.width(text, self.weight, self.size)
    }
}

/// A text that stands on its baseline.
#[derive(Clone, Debug)]
pub(super) struct TextMark {
    pub(super) x: f32,
    pub(super) baseline: f32,
    pub(super) text: String,
    pub(super) style: Type,
}

/// A straight rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuleMark {
    pub(super) from: (f32, f32),
    pub(super) to: (f32, f32),
    pub(super) thickness: f32,
    pub(super) ink: Ink,
}

/// What is drawn on one page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) texts: Vec<TextMark>,
    pub(super) rules: Vec<RuleMark>,
}

impl Page {
    pub(super) fn left(&mut self, x: f32, baseline: f32, text: &str, style: Type) {
        // Space that nobody sees would still ask the font for its glyph.
        let text = text.trim();
        if !text.is_empty() {
            self.texts.push(TextMark { x, baseline, text: text.to_owned(), style });
        }
    }

    pub(super) fn right(&mut self, x: f32, baseline: f32, text: &str, style: Type, faces: &Faces) {
        self.left(x - style.width(text.trim(), faces), baseline, text, style);
    }

    pub(super) fn centre(&mut self, x: f32, baseline: f32, text: &str, style: Type, faces: &Faces) {
        self.left(x - style.width(text.trim(), faces) / 2.0, baseline, text, style);
    }

    pub(super) fn across(&mut self, y: f32, from: f32, to: f32, thickness: f32, ink: Ink) {
        self.rules.push(RuleMark { from: (from, y), to: (to, y), thickness, ink });
    }

    pub(super) fn down(&mut self, x: f32, from: f32, to: f32, thickness: f32, ink: Ink) {
        self.rules.push(RuleMark { from: (x, from), to: (x, to), thickness, ink });
    }
}
