//! A trading company of any size, the same every time: its parties, and two years of entries of three to five lines.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Days, NaiveDate};

/// The first day of the first of the two years a new book has periods for.
pub const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
const DAYS: u64 = 730;

/// The accounts it uses; a line names one by its place here.
pub const ACCOUNTS: [&str; 10] =
    ["1001", "1002", "1122", "1405", "2202", "22210101", "22210106", "5001", "5401", "560303"];
const CASH: usize = 0;
const BANK: usize = 1;
/// Receivables, by its place in [`ACCOUNTS`].
pub const RECEIVABLE: usize = 2;
const GOODS: usize = 3;
const PAYABLE: usize = 4;
const INPUT_TAX: usize = 5;
/// Output tax, by its place in [`ACCOUNTS`].
pub const OUTPUT_TAX: usize = 6;
/// Revenue, by its place in [`ACCOUNTS`].
pub const REVENUE: usize = 7;
const COST: usize = 8;
const CHARGES: usize = 9;

/// A line: debit positive, in fen.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its place in [`ACCOUNTS`].
    pub account: usize,
    /// Debit positive.
    pub amount: i64,
    /// The party by number.
    pub party: Option<u64>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Counted from 1.
    pub number: u64,
    /// Its date.
    pub date: NaiveDate,
    /// What happened.
    pub memo: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The company's entries, until it has as many lines as asked for.
#[derive(Clone, Debug)]
pub struct Company {
    asked: u64,
    written: u64,
    entries: u64,
    drawn: u64,
}

impl Company {
    /// A company with at least so many lines.
    #[must_use]
    pub fn new(lines: u64) -> Self {
        Self { asked: lines, written: 0, entries: 0, drawn: 20_250_101 }
    }

    /// How many parties a company of so many lines deals with: ten thousand at a million.
    #[must_use]
    pub fn parties(&self) -> u64 {
        (self.asked / 100).clamp(20, 10_000)
    }

    fn draw(&mut self, below: u64) -> u64 {
        self.drawn = self
            .drawn
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.drawn >> 33) % below
    }

    /// Writes the parties as an import takes them.
    pub fn write_parties(&self, path: &Path) {
        let mut out = BufWriter::new(File::create(path).unwrap());
        writeln!(out, "code,name,kind").unwrap();
        for party in 1..=self.parties() {
            writeln!(out, "{},{},customer", party_code(party), party_name(party)).unwrap();
        }
        out.flush().unwrap();
    }

    /// Writes the entries as an import takes them; answers how many entries and lines there are.
    pub fn write_entries(self, path: &Path) -> (u64, u64) {
        let mut out = BufWriter::new(File::create(path).unwrap());
        writeln!(out, "date,entry,memo,account,party,debit,credit").unwrap();
        let (mut entries, mut lines) = (0, 0);
        for entry in self {
            entries += 1;
            for line in &entry.lines {
                lines += 1;
                let party = line.party.map(party_code).unwrap_or_default();
                let fen = line.amount.unsigned_abs();
                let amount = format!("{}.{:02}", fen / 100, fen % 100);
                let (debit, credit) = if line.amount > 0 { (&*amount, "") } else { ("", &*amount) };
                let (date, number, memo) = (entry.date, entry.number, &entry.memo);
                let account = ACCOUNTS[line.account];
                writeln!(out, "{date},{number},{memo},{account},{party},{debit},{credit}").unwrap();
            }
        }
        out.flush().unwrap();
        (entries, lines)
    }
}

/// The code of a party by its number.
#[must_use]
pub fn party_code(party: u64) -> String {
    format!("P{party:05}")
}

/// The name of a party by its number.
#[must_use]
pub fn party_name(party: u64) -> String {
    format!("往来单位{party:05}有限公司")
}

impl Iterator for Company {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        if self.written >= self.asked {
            return None;
        }
        let day = self.written * DAYS / self.asked.max(1);
        let party = 1 + self.draw(self.parties());
        let net = 10_000 + i64::try_from(self.draw(2_000_000)).unwrap();
        let tax = net * 13 / 100;
        let line = |account, amount| Line { account, amount, party: None };
        let of = |account, amount| Line { account, amount, party: Some(party) };
        let (what, lines) = match self.draw(100) {
            0..45 => (
                "销售商品",
                vec![of(RECEIVABLE, net + tax), line(REVENUE, -net), line(OUTPUT_TAX, -tax)],
            ),
            45..65 => (
                "销售商品并结转成本",
                vec![
                    of(RECEIVABLE, net + tax),
                    line(REVENUE, -net),
                    line(OUTPUT_TAX, -tax),
                    line(COST, net * 7 / 10),
                    line(GOODS, -(net * 7 / 10)),
                ],
            ),
            65..80 => {
                ("收到货款", vec![line(BANK, net - 500), line(CHARGES, 500), of(RECEIVABLE, -net)])
            }
            80..92 => {
                ("采购商品", vec![line(GOODS, net), line(INPUT_TAX, tax), of(PAYABLE, -net - tax)])
            }
            _ => (
                "支付货款",
                vec![
                    of(PAYABLE, net),
                    line(CHARGES, 500),
                    line(CASH, -10_000),
                    line(BANK, 9_500 - net),
                ],
            ),
        };
        self.written += lines.len() as u64;
        self.entries += 1;
        Some(Entry {
            number: self.entries,
            date: FIRST_DAY.checked_add_days(Days::new(day)).unwrap(),
            memo: format!("{what}，{}", party_code(party)),
            lines,
        })
    }
}
