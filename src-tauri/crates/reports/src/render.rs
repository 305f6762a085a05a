//! One door to all renderings of a statement or a table.

use serde::{Deserialize, Serialize};

use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::statement::Statement;
use crate::table::{Table, View};
use crate::{csv, json, pdf, text, xlsx};

/// In which form a report is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Aligned text for a terminal.
    Text,
    /// Comma-separated values.
    Csv,
    /// JSON for scripts.
    Json,
    /// A spreadsheet.
    Xlsx,
    /// A paper.
    Pdf,
}

impl Format {
    /// The format of that name, which is also the usual ending of its files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" | "txt" => Some(Self::Text),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "xlsx" => Some(Self::Xlsx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// A statement in that format. Text, CSV and JSON give its rows one after another, XLSX and PDF the form.
///
/// # Errors
/// When a character has no glyph, something is wider than the paper, or an output library refuses.
pub fn render(
    statement: &Statement,
    format: Format,
    facts: &PaperFacts,
) -> Result<Vec<u8>, ReportError> {
    match format {
        Format::Json => json::statement(statement),
        Format::Text | Format::Csv => render_table(&statement.table(View::List), format, facts),
        Format::Xlsx | Format::Pdf => render_table(&statement.table(View::Form), format, facts),
    }
}

/// Any table in that format.
///
/// # Errors
/// As for [`render`].
pub fn render_table(
    table: &Table,
    format: Format,
    facts: &PaperFacts,
) -> Result<Vec<u8>, ReportError> {
    match format {
        Format::Text => Ok(text::text(table, facts).into_bytes()),
        Format::Csv => csv::csv(table, facts),
        Format::Json => json::table(table),
        Format::Xlsx => xlsx::xlsx(table, facts),
        Format::Pdf => pdf::pdf(table, facts),
    }
}
