//! A journal in plain text as hledger and its relatives read it: accounts first, then every entry with its lines.
//!
//! Whoever has such a file can add up the whole book with another program, in ten years too. Amounts are in the
//! book's currency; a foreign amount stands first and what it was taken at behind `@@`, so that balances at cost are
//! the book's. What the form cannot hold in its own places (party, cash-flow item, kind) stands as a tag.

use std::io::{self, Write};

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};

/// What an account is to a program that makes statements of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalType {
    /// What is owned.
    Asset,
    /// Money at hand and in banks.
    Cash,
    /// What is owed.
    Liability,
    /// What belongs to the owners.
    Equity,
    /// What is earned.
    Revenue,
    /// What is spent.
    Expense,
}

impl JournalType {
    const fn letter(self) -> char {
        match self {
            Self::Asset => 'A',
            Self::Cash => 'C',
            Self::Liability => 'L',
            Self::Equity => 'E',
            Self::Revenue => 'R',
            Self::Expense => 'X',
        }
    }
}

/// The head of an entry.
#[derive(Clone, Debug)]
pub struct JournalEntry<'a> {
    /// Its date.
    pub date: NaiveDate,
    /// Period, word and number.
    pub code: &'a str,
    /// What happened.
    pub memo: &'a str,
    /// Tags and their values.
    pub tags: Vec<(&'static str, String)>,
}

/// A line of an entry.
#[derive(Clone, Debug)]
pub struct JournalLine<'a> {
    /// The account: the names from the top of the chart down to it.
    pub account: &'a [String],
    /// Debit positive, credit negative, in the book's currency.
    pub amount: Amount,
    /// The same in a foreign currency.
    pub foreign: Option<(Currency, Amount)>,
    /// Its own memo.
    pub memo: &'a str,
    /// Tags and their values.
    pub tags: Vec<(&'static str, String)>,
}

/// Writes a journal.
pub struct JournalWriter<W: Write> {
    out: W,
    currency: Currency,
}

impl<W: Write> JournalWriter<W> {
    /// Begins a journal with what it is of, a comment a line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, currency: Currency, head: &[String]) -> io::Result<Self> {
        for line in head {
            writeln!(out, "; {}", one_line(line))?;
        }
        writeln!(out, "\ndecimal-mark .")?;
        let sample = Amount::from_minor(10_i64.pow(3 + u32::from(currency.exponent())));
        let (code, sample) = (currency.code(), sample.to_text(currency));
        // The mark stands there even where a currency has no smaller unit: without it the sample says nothing.
        let mark = if sample.contains('.') { "" } else { "." };
        writeln!(out, "commodity {code} {sample}{mark}\n")?;
        Ok(Self { out, currency })
    }

    /// Declares an account.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn account(&mut self, path: &[String], kind: JournalType) -> io::Result<()> {
        writeln!(self.out, "account {}  ; type: {}", joined(path), kind.letter())
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn entry(&mut self, entry: &JournalEntry<'_>, lines: &[JournalLine<'_>]) -> io::Result<()> {
        let code = one_line(entry.code).replace(')', "）");
        write!(self.out, "\n{} * ({code}) {}", entry.date, outside_comment(entry.memo))?;
        self.comment("", &entry.tags)?;
        for line in lines {
            write!(self.out, "    {}  ", joined(line.account))?;
            self.amount(line)?;
            self.comment(line.memo, &line.tags)?;
        }
        Ok(())
    }

    /// Ends the journal.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }

    fn amount(&mut self, line: &JournalLine<'_>) -> io::Result<()> {
        let (code, amount) = (self.currency.code(), line.amount);
        // A cost has no sign of its own: a line whose two amounts differ in sign keeps the foreign one as a tag.
        let same_sign = |foreign: Amount| {
            foreign.minor().signum() == amount.minor().signum() && !foreign.is_zero()
        };
        match line.foreign.filter(|(_, foreign)| same_sign(*foreign)) {
            Some((currency, foreign)) => {
                let cost = Amount::from_minor(amount.minor().saturating_abs());
                let (cost, foreign) = (cost.to_text(self.currency), foreign.to_text(currency));
                write!(self.out, "{} {foreign} @@ {code} {cost}", currency.code())
            }
            None => write!(self.out, "{code} {}", amount.to_text(self.currency)),
        }
    }

    fn comment(&mut self, memo: &str, tags: &[(&'static str, String)]) -> io::Result<()> {
        let memo = one_line(memo);
        let mut parts: Vec<String> = Vec::new();
        if !memo.is_empty() {
            // What looks like a tag in a memo is none.
            parts.push(memo.replace(':', "："));
        }
        parts.extend(
            tags.iter()
                .map(|(name, value)| format!("{name}: {}", one_line(value).replace(',', "，"))),
        );
        match parts.is_empty() {
            true => writeln!(self.out),
            false => writeln!(self.out, "  ; {}", parts.join(", ")),
        }
    }
}

/// The names of an account and those above it; a colon parts them and nothing else may.
fn joined(path: &[String]) -> String {
    path.iter().map(|name| one_line(name).replace(':', "：")).collect::<Vec<_>>().join(":")
}

/// On one line, single blanks between words: two would end an account's name.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without the sign that begins a comment.
fn outside_comment(text: &str) -> String {
    one_line(text).replace(';', "；")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn path(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn written(currency: Currency, entry: &JournalEntry<'_>, lines: &[JournalLine<'_>]) -> String {
        let mut writer = JournalWriter::new(Vec::new(), currency, &["海砚".to_owned()]).unwrap();
        writer.account(&path(&["1002 银行存款"]), JournalType::Cash).unwrap();
        writer.entry(entry, lines).unwrap();
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn an_entry_reads_as_it_would_be_typed() {
        let (bank, sales) = (path(&["1002 银行存款"]), path(&["2221 税", "222101 增值税"]));
        let entry = JournalEntry {
            date: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            code: "2026-03-记-1",
            memo: "Sold; to A",
            tags: Vec::new(),
        };
        let usd = Currency::from_code("USD").unwrap();
        let line = |account, minor, foreign, memo| JournalLine {
            account,
            amount: Amount::from_minor(minor),
            foreign,
            memo,
            tags: vec![("party", "C1, C2".to_owned())],
        };
        let lines = [
            line(&bank, 71_250, Some((usd, Amount::from_minor(10_000))), ""),
            line(&sales, -71_250, None, "see: page"),
        ];
        assert_eq!(
            written(Currency::CNY, &entry, &lines),
            "; 海砚\n\ndecimal-mark .\ncommodity CNY 1000.00\n\naccount 1002 银行存款  ; type: C\n\
             \n2026-03-05 * (2026-03-记-1) Sold； to A\
             \n    1002 银行存款  USD 100.00 @@ CNY 712.50  ; party: C1， C2\
             \n    2221 税:222101 增值税  CNY -712.50  ; see： page, party: C1， C2\n"
        );
    }

    #[test]
    fn what_would_be_taken_for_something_else_is_made_harmless() {
        let odd = path(&["10 a  b:c\nd"]);
        let entry = JournalEntry {
            date: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            code: "a)b",
            memo: "one\n    two  CNY 5",
            tags: Vec::new(),
        };
        let line = JournalLine {
            account: &odd,
            amount: Amount::from_minor(-5),
            foreign: Some((Currency::CNY, Amount::from_minor(5))),
            memo: "",
            tags: Vec::new(),
        };
        let jpy = Currency::from_code("JPY").unwrap();
        assert!(written(jpy, &entry, &[line]).ends_with(
            "commodity JPY 1000.\n\naccount 1002 银行存款  ; type: C\n\
             \n2026-01-01 * (a）b) one two CNY 5\n    10 a b：c d  JPY -5\n"
        ));
    }
}
