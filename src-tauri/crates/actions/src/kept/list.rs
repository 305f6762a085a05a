//! The list of what was kept: each moment with who, when and why, the hashes of its files, and what it changed.

use kontor_reports::Bilingual;
use kontor_store::kept::{self, KeptSet, KeptStatement};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::compare::{KeptDifference, differences};
use super::{CLOSED_AGAIN, REOPENED};
use crate::context::Context;
use crate::errors::Refusal;

/// What was kept of a period, or of all; latest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListKept {
    pub period: Option<String>,
}

/// A kept file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptFile {
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    /// SHA-256 of the figures as canonical text.
    pub figures: String,
    pub csv: String,
    /// Nothing where no PDF was kept.
    pub pdf: Option<String>,
}

/// A moment of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptSetView {
    pub operation: i64,
    pub at: String,
    pub person: String,
    pub period: String,
    /// filed, asked, reopened or closed-again
    pub occasion: String,
    pub reason: Option<String>,
    pub files: Vec<KeptFile>,
    /// What is other than before it was opened again, where it was closed again.
    pub differences: Vec<KeptDifference>,
}

/// What was kept.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptSets {
    pub rows: Vec<KeptSetView>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListKept) -> Result<KeptSets, Refusal> {
    let period = match &request.period {
        Some(text) => Some(context.period(text)?.key),
        None => None,
    };
    let sets = kept::sets(context.connection, period)?;
    let mut rows = Vec::new();
    for set in &sets {
        let statements = kept::statements(context.connection, set.operation)?;
        rows.push(KeptSetView {
            operation: set.operation,
            at: set.at.clone(),
            person: set.person.clone(),
            period: set.period.to_string(),
            occasion: set.occasion.clone(),
            reason: set.reason.clone(),
            differences: changed(context, &sets, set, &statements)?,
            files: statements.into_iter().map(file).collect(),
        });
    }
    Ok(KeptSets { rows })
}

/// What a closing again changed against the reopening before it.
fn changed(
    context: &Context<'_>,
    sets: &[KeptSet],
    set: &KeptSet,
    after: &[KeptStatement],
) -> Result<Vec<KeptDifference>, Refusal> {
    if set.occasion != CLOSED_AGAIN {
        return Ok(Vec::new());
    }
    let is_before = |other: &&KeptSet| {
        other.period == set.period && other.occasion == REOPENED && other.operation < set.operation
    };
    let Some(opened) = sets.iter().find(is_before) else { return Ok(Vec::new()) };
    let before = kept::statements(context.connection, opened.operation)?;
    Ok(differences(&before, after))
}

fn file(statement: KeptStatement) -> KeptFile {
    let title = Bilingual::word(&format!("nav-{}", statement.name));
    KeptFile {
        title_zh: title.zh,
        title_en: title.en,
        figures: hex(&statement.figures_hash),
        csv: hex(&statement.csv_hash),
        pdf: statement.pdf_hash.as_ref().map(hex),
        name: statement.name,
    }
}

fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
