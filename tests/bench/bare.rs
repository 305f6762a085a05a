//! The bare tables a book is measured against: the book's own tables, statements and settings, and the same rows, but
//! no balances, no log, no rules.

use std::path::Path;

use chrono::Datelike;
use kontor_vault::{BookFile, NewPerson, Secret};
use rusqlite::{CachedStatement, Connection, Statement};
use uuid::Uuid;

use kontor_tests::company::{self, ACCOUNTS, Company, Entry, Line};

const TABLES: &str =
    include_str!("../../src-tauri/crates/store/src/migrations/0001_first_book.sql");
const INSERT_ENTRY: &str = include_str!("../../src-tauri/crates/store/src/entries/insert.sql");
const INSERT_LINE: &str = include_str!("../../src-tauri/crates/store/src/entries/insert_line.sql");
const INSERT_PAPER: &str = include_str!("../../src-tauri/crates/store/src/papers/insert.sql");
const INSERT_PAPER_LINE: &str =
    include_str!("../../src-tauri/crates/store/src/papers/insert_line.sql");
const INSERT_TAX_ROW: &str =
    include_str!("../../src-tauri/crates/store/src/papers/insert_tax_row.sql");

/// What a connection to a book is held to, for the plain file.
const TERMS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -65536;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
";

/// What the rows refer to.
const PARENTS: &str = "
    INSERT INTO person (id, uid, name, role, is_active)
        VALUES (1, zeroblob(16), 'bench', 'owner', 1);
    INSERT INTO operation (number, uid, at, person, action, digest, hash, signature)
        VALUES (1, zeroblob(16), '', 1, '', zeroblob(32), zeroblob(32), zeroblob(64));
    INSERT INTO posting_rule (id, operation, name, version, body, hash)
        VALUES (1, 1, 'S02', 1, '', zeroblob(32));
    INSERT INTO item (id, uid, code, name, kind, is_active)
        VALUES (1, zeroblob(16), '1', 'item', 'goods', 1);
";
const INSERT_ACCOUNT: &str = "
    INSERT INTO account (id, code, level, name_zh, name_en, class, normal_side, is_cash,
                         needs_party, auxiliary, keeps_quantity, is_active)
    VALUES (?1, ?2, 1, '', '', 'asset', 'debit', 0, 0, '', 0, 1)
";
const INSERT_PERIOD: &str = "
    INSERT INTO period (id, first_day, last_day, state)
    VALUES (?1, ?1 * 100 + 1, ?1 * 100 + 31, 0)
";
const INSERT_PARTY: &str = "
    INSERT INTO party (id, uid, code, name, kinds, is_active) VALUES (?1, ?2, ?3, ?4, 'C', 1)
";

/// Bare tables in a file.
pub(crate) struct Bare {
    connection: Connection,
    papers: u64,
    /// Held so that the encrypted file stays open.
    _file: Option<BookFile>,
}

impl Bare {
    /// Under SQLCipher, keyed and held to the same terms as a book.
    pub(crate) fn encrypted(path: &Path) -> Self {
        let password = Secret::from("bench bench bench");
        let person = NewPerson { uid: Uuid::from_u128(1), name: "bench", password: &password };
        let (file, _) = BookFile::create(path, Uuid::from_u128(2), &person).unwrap();
        let connection = file.connect().unwrap();
        Self::of(connection, Some(file))
    }

    /// Under SQLite without encryption.
    pub(crate) fn plain(path: &Path) -> Self {
        let connection = Connection::open(path).unwrap();
        connection.execute_batch(TERMS).unwrap();
        Self::of(connection, None)
    }

    fn of(connection: Connection, file: Option<BookFile>) -> Self {
        connection.execute_batch(TABLES).unwrap();
        Self { connection, papers: 0, _file: file }
    }

    /// Writes what the rows of a company refer to.
    pub(crate) fn write_parents(&mut self, parties: u64) {
        let transaction = self.connection.transaction().unwrap();
        transaction.execute_batch(PARENTS).unwrap();
        for (id, code) in (1_i64..).zip(ACCOUNTS) {
            transaction.execute(INSERT_ACCOUNT, (id, code)).unwrap();
        }
        for period in (1..=24).map(|month| (2025 + (month - 1) / 12) * 100 + (month - 1) % 12 + 1) {
            transaction.execute(INSERT_PERIOD, [period]).unwrap();
        }
        for party in 1..=parties {
            let (code, name) = (company::party_code(party), company::party_name(party));
            let row = (party.cast_signed(), uid(party), code, name);
            transaction.execute(INSERT_PARTY, row).unwrap();
        }
        transaction.commit().unwrap();
    }

    /// All entries of a company in one transaction.
    pub(crate) fn write_entries(&mut self, company: Company) {
        let transaction = self.connection.transaction().unwrap();
        {
            let mut entries = transaction.prepare(INSERT_ENTRY).unwrap();
            let mut lines = transaction.prepare(INSERT_LINE).unwrap();
            for entry in company {
                let number = entry.number.cast_signed();
                insert_entry(&mut entries, &entry, number, None);
                for (no, line) in (1_i64..).zip(&entry.lines) {
                    insert_line(&mut lines, number, no, day(&entry), line);
                }
            }
        }
        transaction.commit().unwrap();
    }

    /// One sale with its entry, durable when this returns: the same rows as the door's.
    pub(crate) fn write_sale(&mut self, entry: &Entry, number: i64, paper_lines: u64) {
        self.papers += 1;
        let transaction = self.connection.transaction().unwrap();
        let paper = self.papers.cast_signed();
        let date = day(entry);
        let party = entry.lines[0].party.unwrap();
        let (net, tax) = (-entry.lines[1].amount, -entry.lines[2].amount);
        cached(&transaction, INSERT_PAPER)
            .execute(rusqlite::params![
                uid(self.papers),
                1,
                "sale",
                2026,
                paper,
                date,
                party.cast_signed(),
                company::party_name(party),
                None::<String>,
                date,
                net,
                tax,
                net + tax,
                entry.memo,
                1,
            ])
            .unwrap();
        let count = paper_lines.cast_signed();
        for no in 1..=count {
            let (net, tax) = (net / count, tax / count);
            cached(&transaction, INSERT_PAPER_LINE)
                .execute(rusqlite::params![
                    paper,
                    no,
                    1,
                    "item",
                    1_000_000,
                    "100.00",
                    0,
                    net,
                    tax,
                    net + tax
                ])
                .unwrap();
            cached(&transaction, INSERT_TAX_ROW)
                .execute((paper, no, net, "general-13", "0.13", tax, 202_612))
                .unwrap();
        }
        insert_entry(&mut cached(&transaction, INSERT_ENTRY), entry, number, Some(paper));
        let id = transaction.last_insert_rowid();
        for (no, line) in (1_i64..).zip(&entry.lines) {
            insert_line(&mut cached(&transaction, INSERT_LINE), id, no, date, line);
        }
        transaction.commit().unwrap();
    }

    pub(crate) fn checkpoint(&self) {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.query_row(sql, [], |_| Ok(())).unwrap();
    }

    /// Leaves out what foreign keys cost.
    pub(crate) fn without_foreign_keys(self) -> Self {
        self.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        self
    }
}

fn cached<'a>(connection: &'a Connection, sql: &str) -> CachedStatement<'a> {
    connection.prepare_cached(sql).unwrap()
}

fn insert_entry(insert: &mut Statement<'_>, entry: &Entry, number: i64, paper: Option<i64>) {
    let total: i64 = entry.lines.iter().map(|line| line.amount.max(0)).sum();
    let rule = paper.map(|_| 1);
    let none = None::<i64>;
    insert
        .execute(rusqlite::params![
            uid(number.cast_unsigned()),
            1,
            day(entry) / 100,
            day(entry),
            "记",
            number,
            1,
            entry.memo,
            total,
            1,
            none,
            none,
            rule,
            paper,
            none,
        ])
        .unwrap();
}

fn insert_line(insert: &mut Statement<'_>, entry: i64, no: i64, date: i64, line: &Line) {
    let none = None::<i64>;
    insert
        .execute(rusqlite::params![
            entry,
            no,
            line.account as i64 + 1,
            date,
            line.amount.max(0),
            (-line.amount).max(0),
            line.party.map(u64::cast_signed),
            none,
            none,
            none,
            none,
            none,
            none,
        ])
        .unwrap();
}

fn day(entry: &Entry) -> i64 {
    let (month, day) = (i64::from(entry.date.month()), i64::from(entry.date.day()));
    i64::from(entry.date.year()) * 10_000 + month * 100 + day
}

/// An id as scattered as the program's own.
fn uid(number: u64) -> [u8; 16] {
    let mut bytes = [0x5a; 16];
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    bytes[8..].copy_from_slice(&mixed);
    bytes
}
