//! The code on every print of a statement: which statement, which days, which columns, as known at which operation, and a
//! digest of its figures. No print is stored: what the code names is worked out again and compared.
//!
//! `BS-20260301-20260331-F0-1234-7K3MQ9TZAB`: the statement, its days, its columns and level, the operation, the digest.

mod check;

use chrono::NaiveDate;
use kontor_reports::{Statement, StatementRow};
use kontor_store::Head;
use sha2::{Digest as _, Sha256};

use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::{ColumnSet, GetStatement, Span};

pub(crate) use check::check;
pub use check::{CheckPrint, PrintCheck};

/// Two letters for each statement that is printed with a code.
const STATEMENTS: [(&str, &str); 7] = [
    ("BS", "balance-sheet"),
    ("IS", "income-statement"),
    ("IN", "income-statement-by-nature"),
    ("CF", "cash-flow"),
    ("CI", "cash-flow-indirect"),
    ("EQ", "changes-in-equity"),
    ("TB", "trial-balance"),
];

/// A letter for each standard a book may be seen under.
const UNDER: [(char, &str); 4] =
    [('S', "cn-small"), ('E', "cn-enterprise"), ('I', "ifrs"), ('U', "us-gaap")];

/// The digits of a digest: none that is easily taken for another (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many digits the digest has; five bits each.
const DIGEST_DIGITS: usize = 10;

/// The code of a print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PrintCode {
    name: &'static str,
    span: Span,
    columns: ColumnSet,
    level: Option<u8>,
    under: Option<&'static str>,
    /// The operation the print names at its foot.
    pub(crate) operation: i64,
    /// The operation whose knowledge was asked for, where that was another.
    known_at: Option<i64>,
    pub(crate) digest: String,
}

/// The code of a statement that is printed in a state of the book.
pub(crate) fn code(
    context: &Context<'_>,
    request: &GetStatement,
    statement: &Statement,
    span: Span,
    head: &Head,
) -> Result<PrintCode, Refusal> {
    let known = STATEMENTS.iter().find(|(_, name)| *name == request.name);
    let (_, name) = known.ok_or_else(|| Refusal::bug("statement without letters"))?;
    let mut code = PrintCode {
        name,
        span,
        columns: request.columns,
        level: request.level,
        under: UNDER
            .iter()
            .map(|(_, name)| *name)
            .find(|name| Some(*name) == request.under.as_deref()),
        operation: head.number,
        known_at: request.known_at,
        digest: String::new(),
    };
    code.digest = digest(&code.about(), statement, context, head);
    Ok(code)
}

/// The digest binds the figures to the request, the book and the operation with all before it.
fn digest(about: &str, statement: &Statement, context: &Context<'_>, head: &Head) -> String {
    let mut hasher = Sha256::new();
    let mut line = |text: String| hasher.update(format!("{text}\n").as_bytes());
    line(format!("kontor print 1 {} {about}", context.facts.standard.name));
    line(head.hash.iter().map(|byte| format!("{byte:02x}")).collect());
    // An account that has come since stands in a trial balance of then with nothing.
    let says = |row: &&StatementRow| row.values.iter().any(|value| !value.is_zero());
    for (at, row) in statement.rows.iter().enumerate().filter(|(_, row)| says(row)) {
        let amounts = row.values.iter().map(|value| value.minor().to_string());
        let ratios = statement.ratios.iter().map(|ratio| {
            let value = ratio.values.get(at).copied().flatten();
            value.map_or_else(|| "-".to_owned(), |value| value.to_string())
        });
        let values: Vec<String> = amounts.chain(ratios).collect();
        line(format!("{} {} {}", row.row, row.key, values.join(" ")));
    }
    let hash = hasher.finalize();
    let bits = hash.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    let digit = |place: usize| {
        let at = usize::try_from((bits >> (59 - 5 * place)) & 31).unwrap_or(0);
        char::from(DIGITS.get(at).copied().unwrap_or(b'0'))
    };
    (0..DIGEST_DIGITS).map(digit).collect()
}

impl PrintCode {
    /// All but the digest.
    fn about(&self) -> String {
        let letters = STATEMENTS.iter().find(|(_, name)| *name == self.name);
        let letters = letters.map_or("", |(letters, _)| letters);
        let (from, to) = (self.span.from.format("%Y%m%d"), self.span.to.format("%Y%m%d"));
        let (columns, level) = (self.columns.letter(), self.level.unwrap_or(0));
        let operation = match self.known_at {
            Some(known) => format!("{}.{known}", self.operation),
            None => self.operation.to_string(),
        };
        let under = UNDER.iter().find(|(_, name)| Some(*name) == self.under);
        let under = under.map_or_else(String::new, |(letter, _)| letter.to_string());
        format!("{letters}-{from}-{to}-{columns}{level}{under}-{operation}")
    }

    /// The code as it is printed.
    pub(crate) fn text(&self) -> String {
        format!("{}-{}", self.about(), self.digest)
    }

    /// Reads a code as people type it: letters of either size, O for 0, I and L for 1.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let parts: Vec<&str> = text.split('-').collect();
        let [letters, from, to, columns, operation, digest] = parts[..] else { return None };
        let (_, name) = STATEMENTS.iter().find(|(known, _)| *known == letters)?;
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y%m%d").ok();
        let mut shape = columns.chars();
        let set = ColumnSet::from_letter(shape.next()?)?;
        let shape = shape.as_str();
        let under = UNDER.iter().find(|(letter, _)| shape.ends_with(*letter));
        let level: u8 =
            shape.trim_end_matches(|c| under.is_some_and(|(one, _)| *one == c)).parse().ok()?;
        let (operation, known_at) = match operation.split_once('.') {
            Some((operation, known)) => (operation, Some(known.parse().ok()?)),
            None => (operation, None),
        };
        let digest: String = digest
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let is_digest =
            digest.len() == DIGEST_DIGITS && digest.bytes().all(|c| DIGITS.contains(&c));
        is_digest.then_some(Self {
            name,
            span: Span { from: day(from)?, to: day(to)? },
            columns: set,
            level: Some(level).filter(|level| *level > 0),
            under: under.map(|(_, name)| *name),
            operation: operation.parse().ok()?,
            known_at,
            digest,
        })
    }

    /// What was asked for when it was printed.
    pub(crate) fn request(&self) -> GetStatement {
        GetStatement {
            name: self.name.to_owned(),
            from: Some(self.span.from),
            to: Some(self.span.to),
            columns: self.columns,
            level: self.level,
            known_at: self.known_at,
            under: self.under.map(str::to_owned),
            ..GetStatement::default()
        }
    }
}

#[cfg(test)]
mod tests;
