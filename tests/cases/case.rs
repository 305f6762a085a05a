//! A case as it lies in its folder, and the same case with other amounts and other names.

use kontor_actions::creation::NewCompany;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kontor_ledger::money::{Amount, Currency};
use serde::Deserialize;

/// What a new book is made with.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Company {
    pub(super) name: String,
    pub(super) standard: String,
    pub(super) currency: String,
    pub(super) first_period: String,
    pub(super) last_period: String,
    pub(super) vat: String,
}

/// A CSV file: its header and its rows.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) fn read(path: &Path) -> Self {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = cells(reader.headers().unwrap());
        Self { header, rows: reader.records().map(|record| cells(&record.unwrap())).collect() }
    }

    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// The rows whose cell in a column is, or is not, a word.
    fn only(&self, column: &str, word: &str, is: bool) -> Self {
        let at = self.column(column).unwrap();
        let rows = self.rows.iter().filter(|row| (row[at] == word) == is).cloned().collect();
        Self { header: self.header.clone(), rows }
    }

    fn change(&mut self, column: &str, change: impl Fn(&str) -> String) {
        let Some(at) = self.column(column) else { return };
        for row in self.rows.iter_mut().filter(|row| !row[at].is_empty()) {
            row[at] = change(&row[at]);
        }
    }

    pub(super) fn write(&self, path: &Path) {
        let mut writer = csv::Writer::from_path(path).unwrap();
        writer.write_record(&self.header).unwrap();
        for row in &self.rows {
            writer.write_record(row).unwrap();
        }
        writer.flush().unwrap();
    }
}

/// A case.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) company: Company,
    /// What is imported, by kind, in this order: the entries that close profit and loss come last, by themselves.
    pub(super) sheets: Vec<(&'static str, Sheet)>,
    /// What is expected, by the statement's name.
    pub(super) expected: BTreeMap<String, Sheet>,
}

/// The statements that every case states.
pub(super) const STATEMENTS: [&str; 5] =
    ["trial-balance", "balance-sheet", "income-statement", "cash-flow", "cash-flow-indirect"];

/// The statements a case states for the whole of its time, not for its last month.
pub(super) const OF_ALL_TIME: [&str; 2] = ["trial-balance", "cash-flow-indirect"];

/// What may be imported before the entries.
const BEFORE_ENTRIES: [&str; 5] = ["accounts", "parties", "items", "opening", "opening-cash-flow"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// Every case there is.
pub(super) fn all() -> Vec<Case> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("company.toml").is_file())
        .collect();
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
}

fn read(folder: &Path) -> Case {
    let company = toml::from_str(&std::fs::read_to_string(folder.join("company.toml")).unwrap());
    let mut sheets: Vec<(&'static str, Sheet)> = BEFORE_ENTRIES
        .into_iter()
        .map(|kind| (kind, folder.join(kind).with_extension("csv")))
        .filter(|(_, path)| path.is_file())
        .map(|(kind, path)| (kind, Sheet::read(&path)))
        .collect();
    let entries = Sheet::read(&folder.join("entries.csv"));
    sheets.push(("entries", entries.only("kind", "closing", false)));
    sheets.push(("entries", entries.only("kind", "closing", true)));
    let expected = STATEMENTS
        .into_iter()
        .map(|name| (name.to_owned(), Sheet::read(&folder.join(format!("expected/{name}.csv")))))
        .collect();
    Case {
        name: folder.file_name().unwrap().to_string_lossy().into_owned(),
        company: company.unwrap(),
        sheets,
        expected,
    }
}

/// Columns of amounts: what is not one of them is not scaled.
const AMOUNTS: [&str; 15] = [
    "debit",
    "credit",
    "foreign_amount",
    "ytd_debit",
    "ytd_credit",
    "amount",
    "closing",
    "opening",
    "period",
    "ytd",
    "opening_debit",
    "opening_credit",
    "closing_debit",
    "closing_credit",
    "price",
];

fn times_seven(text: &str) -> String {
    let amount = Amount::parse(text, Currency::CNY).unwrap();
    Amount::from_minor(amount.minor() * 7).to_text(Currency::CNY)
}

impl Case {
    /// Its company as a new book is made for it.
    pub(super) fn new_company(&self) -> NewCompany {
        let company = self.company.clone();
        NewCompany {
            standard: company.standard,
            currency: company.currency,
            first_period: company.first_period,
            company: company.name,
            vat_kind: Some(company.vat),
            industry: None,
            expects_opening: false,
            person: "owner".to_owned(),
        }
    }

    /// The same company in another life: seven times the money, other names and other codes.
    pub(super) fn in_another_life(&self) -> Self {
        let mut other = self.clone();
        other.name = format!("{} in another life", self.name);
        other.company.name = "南岸五金行（改名）".to_owned();
        let expected = other.expected.values_mut();
        for sheet in other.sheets.iter_mut().map(|(_, sheet)| sheet).chain(expected) {
            for column in AMOUNTS {
                sheet.change(column, times_seven);
            }
            for column in ["party", "item"] {
                sheet.change(column, |code| format!("X{code}9"));
            }
            sheet.change("memo", |_| "另一件事".to_owned());
            sheet.change("entry", |entry| format!("另-{entry}"));
        }
        for (kind, sheet) in &mut other.sheets {
            if matches!(*kind, "parties" | "items") {
                sheet.change("code", |code| format!("X{code}9"));
                sheet.change("name", |name| format!("新{name}"));
            }
        }
        other
    }
}
