//! What the page may ask of the desk, and what it is told.

use std::collections::BTreeMap;

use kontor_reports::{Format, Lang};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Purpose;
use super::device::BackupState;
use crate::demo::Kind;
use crate::import_mappings::ImportMapping;
use crate::ledgers::GetLedger;
use crate::people::Password;
use crate::report_set::ReportSet;
use crate::statements::GetStatement;
use crate::vouchers::PrintVouchers;

/// A file or folder somebody chose. The page knows its handle, never its path alone.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Place {
    pub handle: String,
    /// The file's name.
    pub label: String,
    /// The folder, to be shown.
    pub folder: String,
}

/// The book on the desk.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenBook {
    pub label: String,
    /// Known only while it is open.
    pub company: Option<String>,
    /// Whether it is a sample company of this machine, which opens without a password.
    pub is_sample: bool,
}

/// A sample company begun on this machine.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BegunSample {
    pub kind: Kind,
    #[ts(type = "\"zh-CN\" | \"en\"")]
    pub language: &'static str,
}

/// What lies on the desk.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DeskState {
    /// start, locked or open
    pub phase: &'static str,
    pub book: Option<OpenBook>,
    pub recent: Vec<Place>,
    pub samples: Vec<BegunSample>,
    pub language: Option<String>,
    pub can_choose_places: bool,
    /// The accounting standards a new book may follow.
    pub standards: Vec<&'static str>,
    pub backup: Option<BackupState>,
}

/// A request about files and locking.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "desk", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub enum DeskRequest {
    State {},
    Progress {},
    StopWork {
        number: i64,
    },
    ChooseNewBook {
        suggested: String,
    },
    ChooseBook {},
    ChooseBackup {},
    ChooseFolder {},
    CreateBook {
        place: String,
        standard: String,
        currency: String,
        first_period: String,
        company: String,
        vat_kind: Option<String>,
        #[serde(default)]
        industry: Option<String>,
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        expects_opening: bool,
        person: String,
        #[ts(type = "string")]
        password: Password,
    },
    /// Opens a sample company of this machine, made now if there is none or a fresh one is asked for.
    TrySample {
        kind: Kind,
        #[ts(type = "\"zh-CN\" | \"en\"")]
        language: Lang,
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        fresh: bool,
    },
    /// Opens the sample company that was locked.
    OpenSample {},
    /// Saves the sheet of the book just made as a PDF, where a person says; only while it has not been typed back.
    SaveRecoverySheet {},
    ConfirmRecovery {
        typed: String,
    },
    UnlockBook {
        #[serde(default)]
        place: Option<String>,
        person: String,
        #[ts(type = "string")]
        password: Password,
    },
    RecoverBook {
        place: Option<String>,
        sheet: String,
        person: String,
        #[ts(type = "string")]
        password: Password,
    },
    LockBook {},
    RestoreBackup {
        backup: String,
        place: String,
        person: String,
        #[ts(type = "string")]
        password: Password,
    },
    ChangePassword {
        #[ts(type = "string")]
        old: Password,
        #[ts(type = "string")]
        new: Password,
    },
    SaveStatement {
        request: GetStatement,
        format: SaveFormat,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    // A text the person has read, saved as plain text where they say.
    SaveText {
        name: String,
        content: String,
    },
    /// The PDF of a statement, to be looked at before it is saved.
    PreviewStatement {
        request: GetStatement,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    /// The PDF of some entries, to be looked at before it is saved.
    PreviewVouchers {
        request: PrintVouchers,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    /// The PDF of a book of account, to be looked at before it is saved.
    PreviewLedger {
        request: GetLedger,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    SaveLedger {
        request: GetLedger,
        format: SaveFormat,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    /// Accounts, parties, items or entries as a table, or the whole book as a journal for hledger.
    SaveExport {
        #[ts(type = "\"accounts\" | \"parties\" | \"items\" | \"entries\" | \"hledger\"")]
        kind: String,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    /// All papers of a period, written into a new folder where the person says.
    SaveSet {
        request: ReportSet,
    },
    /// A file that was kept when statements were filed or a period was opened again, as it was.
    SaveKept {
        operation: i64,
        name: String,
        format: SaveFormat,
    },
    SaveVouchers {
        request: PrintVouchers,
        #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
        language: Lang,
    },
    /// Attaches a file that was dropped or pasted; the bytes are base64.
    AttachFile {
        #[ts(type = "string")]
        entry: Uuid,
        name: String,
        content: String,
    },
    /// Attaches a file that the person chooses.
    ChooseAttachment {
        #[ts(type = "string")]
        entry: Uuid,
    },
    LoadAttachment {
        #[ts(type = "string")]
        attachment: Uuid,
    },
    /// Writes a copy of an attachment where the person chooses.
    SaveAttachment {
        #[ts(type = "string")]
        attachment: Uuid,
    },
    /// A workbook or a text file to import from.
    ChooseImport {},
    /// A file that was dropped to be imported; the bytes are base64.
    DropImport {
        name: String,
        content: String,
    },
    /// Looks at a file before it is imported; what is not said is found.
    ReadImport {
        file: String,
        #[serde(default)]
        kind: Option<String>,
        #[serde(default)]
        sheet: Option<String>,
        #[serde(default)]
        mapping: Option<ImportMapping>,
    },
    /// Imports a file, or tries it.
    RunImport {
        file: String,
        kind: String,
        #[serde(default)]
        sheet: Option<String>,
        #[serde(default)]
        mapping: Option<ImportMapping>,
        create_parties: bool,
        dry_run: bool,
    },
    BackupNow {},
    VerifyBook {},
    SetBackupPlaces {
        folders: Vec<String>,
    },
    SetLanguage {
        language: String,
    },
    /// What those who mend the program need to know, without anything of what the book holds.
    Diagnose {
        #[ts(type = "\"zh-CN\" | \"en\"")]
        language: Lang,
    },
    /// Adds to the counts of use, by name of screen or action.
    CountUse {
        counts: BTreeMap<String, u32>,
    },
    ListUse {},
    ForgetUse {},
    SaveDraft {
        form: String,
        content: String,
    },
    LoadDraft {
        form: String,
    },
    DropDraft {
        form: String,
    },
}

/// The form a statement is saved in.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum SaveFormat {
    Pdf,
    Csv,
    Xlsx,
}

impl SaveFormat {
    /// The format of a report, and how its files end.
    pub(super) const fn with_extension(self) -> (Format, &'static str) {
        match self {
            Self::Pdf => (Format::Pdf, "pdf"),
            Self::Csv => (Format::Csv, "csv"),
            Self::Xlsx => (Format::Xlsx, "xlsx"),
        }
    }
}

impl DeskRequest {
    /// Whether the book on the desk is put away for it.
    pub(super) const fn closes_book(&self) -> bool {
        matches!(
            self,
            Self::LockBook {}
                | Self::UnlockBook { .. }
                | Self::RecoverBook { .. }
                | Self::CreateBook { .. }
                | Self::TrySample { .. }
                | Self::OpenSample {}
        )
    }

    /// The place a request asks a person for, and the name it suggests.
    pub(super) fn asks_for_place(&self) -> Option<(Purpose, &str)> {
        match self {
            Self::ChooseNewBook { suggested } => Some((Purpose::NewBook, suggested)),
            Self::ChooseBook {} => Some((Purpose::OpenBook, "")),
            Self::ChooseBackup {} => Some((Purpose::OpenBackup, "")),
            Self::ChooseImport {} => Some((Purpose::OpenTable, "")),
            Self::ChooseFolder {} => Some((Purpose::Folder, "")),
            _ => None,
        }
    }
}
