//! Mappings of other programs' tables that a book keeps: saved once, they are tried first from then on.

use std::collections::BTreeMap;

use kontor_exchange::mapping::Mapping;
use kontor_store::{Connection, import_mappings as stored};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// How the table of another program is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ImportMapping {
    /// entries, opening, accounts ...
    pub kind: String,
    /// kingdee, yonyou, kontor, other; nothing for a person's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// For a meaning the headers it may stand under.
    #[serde(default)]
    pub columns: BTreeMap<String, Vec<String>>,
    /// For an account of the file the code in the book.
    #[serde(default)]
    pub accounts: BTreeMap<String, String>,
    /// For a party of the file the code in the book.
    #[serde(default)]
    pub parties: BTreeMap<String, String>,
}

impl From<ImportMapping> for Mapping {
    fn from(wire: ImportMapping) -> Self {
        let ImportMapping { kind, program, sheet, columns, accounts, parties } = wire;
        let program = program.unwrap_or_default();
        Self { kind, program, sheet, columns, accounts, parties }
    }
}

impl From<Mapping> for ImportMapping {
    fn from(mapping: Mapping) -> Self {
        let Mapping { kind, program, sheet, columns, accounts, parties } = mapping;
        let program = Some(program).filter(|program| !program.is_empty());
        Self { kind, program, sheet, columns, accounts, parties }
    }
}

/// Keeps a mapping under a name, in place of the one that has it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SaveImportMapping {
    pub name: String,
    pub mapping: ImportMapping,
}

pub(crate) fn plan_save(
    context: &Context<'_>,
    request: &SaveImportMapping,
) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let mapping = Mapping::from(request.mapping.clone());
    mapping.check().map_err(|word| unknown_word(&word, &mapping.kind))?;
    let content = serde_json::to_string(&request.mapping).map_err(Refusal::bug)?;
    let same_name = stored::find_named(context.connection, name)?.map(|kept| kept.id);
    let name = name.to_owned();
    Ok(Plan::of(Step::SaveImportMapping { mapping: same_name, name, content }))
}

fn unknown_word(word: &str, kind: &str) -> Refusal {
    let known = kontor_exchange::mapping::meanings(kind).join(", ");
    Refusal::new(Code::UnknownWord).with("text", word).with("known", known)
}

/// Removes a mapping.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RemoveImportMapping {
    pub mapping: Uuid,
}

pub(crate) fn plan_remove(
    context: &Context<'_>,
    request: &RemoveImportMapping,
) -> Result<Plan, Refusal> {
    let kept = stored::find(context.connection, request.mapping)?
        .ok_or_else(|| Refusal::new(Code::UnknownMapping).with("mapping", request.mapping))?;
    Ok(Plan::of(Step::DropImportMapping { id: kept.id }))
}

/// The mappings the book keeps.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListImportMappings {}

/// A mapping that is kept.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportMappingRow {
    pub uid: Uuid,
    pub name: String,
    pub mapping: ImportMapping,
}

/// The mappings the book keeps, by name.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportMappingList {
    pub rows: Vec<ImportMappingRow>,
}

pub(crate) fn list(
    context: &Context<'_>,
    _: &ListImportMappings,
) -> Result<ImportMappingList, Refusal> {
    let mut rows = Vec::new();
    for kept in stored::list(context.connection)? {
        let mapping = serde_json::from_str(&kept.content).map_err(Refusal::bug)?;
        rows.push(ImportMappingRow { uid: kept.uid, name: kept.name, mapping });
    }
    Ok(ImportMappingList { rows })
}

/// The mappings of a book with their names.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(String, Mapping)>, Refusal> {
    let read = |kept: stored::KeptMapping| {
        let wire: ImportMapping = serde_json::from_str(&kept.content).map_err(Refusal::bug)?;
        Ok((kept.name, wire.into()))
    };
    stored::list(connection)?.into_iter().map(read).collect()
}

/// The mapping of a name, or of a TOML file.
///
/// # Errors
/// When the book keeps none of that name and there is no such file, or the file says what no mapping can say.
pub fn named(door: &crate::Door, name: &str) -> Result<Mapping, Refusal> {
    let kept = all(door.book().connection())?;
    if let Some((_, mapping)) = kept.into_iter().find(|(known, _)| known == name) {
        return Ok(mapping);
    }
    let path = std::path::Path::new(name);
    if path.extension().is_none_or(|extension| extension != "toml") {
        return Err(Refusal::new(Code::UnknownMapping).with("mapping", name));
    }
    let text = std::fs::read_to_string(path)
        .map_err(|error| crate::errors::vault::from_io(&error, path))?;
    Mapping::from_toml(&text).map_err(|what| Refusal::new(Code::Malformed).with("what", what))
}
