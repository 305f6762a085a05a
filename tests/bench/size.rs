//! A company of one size: imported, asked and sold from, beside the same rows in bare tables.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::bare::Bare;
use crate::child::{self, Measured};
use crate::meter::{self, Took};
use crate::table::{Against, Table};
use crate::{book, sales};
use kontor_tests::company::{ACCOUNTS, Company, RECEIVABLE};

/// Larger ones are imported once; the figure is of minutes then, and small disturbances do not show.
const REPEATED_BELOW: u64 = 500_000;

/// Statements and the columns their year takes.
const STATEMENTS: [&str; 4] = ["trial-balance", "income-statement", "balance-sheet", "cash-flow"];

/// What is looked for, and what for.
const SEARCHES: [(&str, &str); 6] = [
    ("a name that one has", "往来单位00015"),
    ("a part that all names have", "有限公司"),
    ("one letter", "w"),
    ("pinyin initials that all names have", "wldw"),
    ("an amount", "1,130.00"),
    ("an entry's number", "记-12"),
];

pub(crate) fn measure(folder: &Path, lines: u64, table: &mut Table) {
    table.column(format!("{lines} lines"));
    let company = Company::new(lines);
    let (parties, entries) = (folder.join("parties.csv"), folder.join("entries.csv"));
    company.write_parties(&parties);
    let (_, written) = company.clone().write_entries(&entries);
    let runs = if lines < REPEATED_BELOW { 3 } else { 1 };
    let mut books = Books::default();
    for _ in 0..runs {
        books.make(folder, &company, &parties, &entries);
    }
    books.tell_import(written, table);
    let path = books.book.clone();
    measure_questions(&path, table);
    sales::measure_speed(&path, &mut books.encrypted.unwrap(), &mut books.plain.unwrap(), table);
    std::fs::remove_file(path).unwrap();
}

/// Makes the book of a company of so many lines and nothing else.
pub(crate) fn make_book(path: &Path, lines: u64) {
    let folder = tempfile::tempdir().unwrap();
    let company = Company::new(lines);
    let (parties, entries) = (folder.path().join("parties.csv"), folder.path().join("entries.csv"));
    company.write_parties(&parties);
    company.write_entries(&entries);
    book::make(path).book().checkpoint().unwrap();
    child::import_file(path, "parties", &parties);
    child::import_file(path, "entries", &entries);
}

/// The same company three times: as a book, and bare.
#[derive(Default)]
struct Books {
    book: PathBuf,
    encrypted: Option<Bare>,
    plain: Option<Bare>,
    import: Vec<Measured>,
    import_parties: Vec<Took>,
    bare: Vec<Took>,
    bare_loose: Vec<Took>,
    bare_plain: Vec<Took>,
    grown: u64,
}

impl Books {
    fn make(&mut self, folder: &Path, company: &Company, parties: &Path, entries: &Path) {
        let empty = tempfile::tempdir_in(folder).unwrap().keep();
        self.book = empty.join("book.kontor");
        let door = book::make(&self.book);
        door.book().checkpoint().unwrap();
        drop(door);
        self.import_parties.push(child::import_file(&self.book, "parties", parties).took);
        let before = length(&self.book);
        self.import.push(child::import_file(&self.book, "entries", entries));
        self.grown = length(&self.book) - before;

        let loose = Bare::encrypted(&empty.join("loose.kontor")).without_foreign_keys();
        self.bare_loose.push(fill(loose, company).1);
        let (bare, took) = fill(Bare::encrypted(&empty.join("bare.kontor")), company);
        self.encrypted = Some(bare);
        self.bare.push(took);
        let (bare, took) = fill(Bare::plain(&empty.join("plain.sqlite")), company);
        self.plain = Some(bare);
        self.bare_plain.push(took);
    }

    fn tell_import(&self, lines: u64, table: &mut Table) {
        let runs: Vec<Took> = self.import.iter().map(|run| run.took).collect();
        let import = Took::least(&runs);
        let bare = Took::least(&self.bare);
        let plain = Took::least(&self.bare_plain);
        let loose = Took::least(&self.bare_loose);
        let parties = Took::least(&self.import_parties);
        table.tell("import of the parties, wall (processor)", parties.to_string());
        table.tell("import, wall (processor)", import.to_string());
        table.tell("  same rows, bare SQLCipher", bare.to_string());
        table.tell("  same rows, bare SQLCipher, no foreign keys", loose.to_string());
        table.tell("  same rows, plain SQLite", plain.to_string());
        let ratio = import.times(bare);
        let against = Against { bound: "3 times", holds: meter::is_within(ratio, 3.0) };
        table.judge("  import / bare SQLCipher", times(ratio), against);
        table.tell("  import / without foreign keys", times(import.times(loose)));
        table.tell("  import / plain SQLite", times(import.times(plain)));
        let memory = self.import.iter().map(|run| run.peak_memory).min().unwrap_or(0);
        let against = Against { bound: "150 MB", holds: memory <= 150_000_000 };
        let text = format!("{:.0} MB", memory as f64 / 1e6);
        table.judge("most memory of the import", text, against);
        let per_line = self.grown / lines;
        let against = Against { bound: "300 bytes", holds: per_line <= 300 };
        table.judge("file per imported line", format!("{per_line} bytes"), against);
    }
}

fn fill(mut bare: Bare, company: &Company) -> (Bare, Took) {
    bare.write_parents(company.parties());
    let company = company.clone();
    let ((), took) = meter::take(|| {
        bare.write_entries(company);
        bare.checkpoint();
    });
    (bare, took)
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).unwrap().len()
}

/// A ratio on the clock, and of the processor's time.
pub(crate) fn times((wall, processor): (f64, f64)) -> String {
    format!("{wall:.2} ({processor:.2}) times")
}

/// The least of three fresh processes.
fn least(run: impl Fn() -> Measured) -> Took {
    Took::least(&[run().took, run().took, run().took])
}

fn measure_questions(book: &Path, table: &mut Table) {
    let mut judge = |what: &str, took: Took, bound: &str, most: u64| {
        let holds = took.wall <= Duration::from_millis(most);
        table.judge(what, took.to_string(), Against { bound, holds });
    };
    for name in STATEMENTS {
        let question = json!({ "ask": "get_statement", "name": name, "period": "2026" });
        let took = least(|| child::ask(book, &question));
        judge(&format!("{name} of the second year"), took, "20 ms", 20);
    }
    let took = least(|| child::ask(book, &ledger(ACCOUNTS[RECEIVABLE])));
    judge("largest account ledger, first page", took, "10 ms", 10);
    for (what, query) in SEARCHES {
        let question = json!({ "ask": "search", "query": query });
        judge(&format!("search: {what}"), least(|| child::ask(book, &question)), "20 ms", 20);
    }
    let took = least(|| child::reopen(book));
    judge("open, key at hand, to the first answer", took, "50 ms", 50);
}

fn ledger(account: &str) -> Value {
    json!({ "ask": "get_account_ledger", "account": account, "from": "2025-01-01", "to": "2026-12-31" })
}
