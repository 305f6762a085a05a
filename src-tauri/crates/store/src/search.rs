//! Finding parties, items and accounts by code, name and pinyin initials, whatever their number.
//!
//! The index is our own: each is kept under every pair of letters of its texts (`search_gram`), because the words of
//! SQLite's own index need spaces, and two hanzi are already a word. The rarest pair of what was typed gives the
//! candidates; whether they really fit is then looked at.

mod index;
mod letters;

pub use letters::initials;

pub(crate) use index::{enter, forget, keep, misfit};

use rusqlite::{Connection, Row};

use crate::error::Result;
use letters::{Fit, Letter, wanted, words};

/// More candidates are not gathered and sorted: so many fit that a walk in order of code fills a page at once.
const MOST_CANDIDATES: i64 = 2000;

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Customers, suppliers, employees.
    Party,
    /// Goods and services.
    Item,
    /// Accounts.
    Account,
}

impl Noun {
    const ALL: [Self; 3] = [Self::Party, Self::Item, Self::Account];

    const fn id(self) -> i64 {
        match self {
            Self::Party => 1,
            Self::Item => 2,
            Self::Account => 3,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Item => "item",
            Self::Account => "account",
        }
    }

    /// The rows kept under the grams from one to another.
    const fn candidates(self) -> &'static str {
        match self {
            Self::Party => include_str!("search/parties.sql"),
            Self::Item => include_str!("search/items.sql"),
            Self::Account => include_str!("search/accounts.sql"),
        }
    }

    /// All rows between two codes, in order of code.
    const fn walk(self) -> &'static str {
        match self {
            Self::Party => include_str!("search/walk_parties.sql"),
            Self::Item => include_str!("search/walk_items.sql"),
            Self::Account => include_str!("search/walk_accounts.sql"),
        }
    }
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What was typed.
    pub text: &'a str,
    /// Parties of this kind only.
    pub kind: Option<&'a str>,
    /// Where the page begins, as the page before said.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: u32,
}

/// The keys of what was found, the best first, and where the next page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The keys within the book.
    pub ids: Vec<i64>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<String>,
}

/// A row that fits.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    fit: Fit,
    code: String,
    id: i64,
}

impl Hit {
    fn read(row: &Row<'_>, words: &[Vec<Letter>]) -> Result<Option<Self>> {
        let code: String = row.get(1)?;
        let name: String = row.get(2)?;
        let other: Option<String> = row.get(3)?;
        let names = [name.as_str(), other.as_deref().unwrap_or_default()];
        let names = if other.is_some() { names.as_slice() } else { names.get(..1).unwrap_or(&[]) };
        let fit = Fit::of(words, &code, names);
        let id = row.get(0)?;
        Ok(fit.map(|fit| Self { fit, code, id }))
    }
}

/// Finds what fits a text: exact code first, then what begins so, then what holds it, each in order of code.
///
/// # Errors
/// When the tables cannot be read.
pub fn find(connection: &Connection, noun: Noun, wanted_rows: &Wanted<'_>) -> Result<Found> {
    let words = words(wanted_rows.text);
    let grams = wanted(&words);
    if grams.is_empty() {
        return Ok(Found::default());
    }
    let place = wanted_rows.after.map(Place::read);
    if let Some(Place::Walk(code)) = place {
        return walk(connection, noun, wanted_rows, &words, code, true);
    }
    // A page after the first stays with the way the first was found.
    let most = if place.is_some() { i64::MAX } else { MOST_CANDIDATES };
    match rarest(connection, noun, grams, most)? {
        Some(gram) => gather(connection, noun, wanted_rows, &words, &gram, place),
        None => walk(connection, noun, wanted_rows, &words, "", false),
    }
}

/// Where a page begins.
#[derive(Clone, Copy)]
enum Place<'a> {
    /// After a fit and a code.
    Gathered(Fit, &'a str),
    /// After a code.
    Walk(&'a str),
}

impl<'a> Place<'a> {
    fn read(text: &'a str) -> Self {
        let fit = |digit: &str| Fit::ALL.into_iter().find(|fit| digit == (*fit as u8).to_string());
        text.split_once(':')
            .and_then(|(digit, code)| Some(Self::Gathered(fit(digit)?, code)))
            .unwrap_or(Self::Walk(text))
    }
}

/// The gram with the fewest rows; nothing when even that has more than the most.
fn rarest(
    connection: &Connection,
    noun: Noun,
    grams: Vec<(String, String)>,
    most: i64,
) -> Result<Option<(String, String)>> {
    let mut count = connection.prepare_cached(include_str!("search/count.sql"))?;
    let mut least = most.saturating_add(1);
    let mut rarest = None;
    for gram in grams {
        let rows: i64 = count.query_row((noun.id(), &gram.0, &gram.1, least), |row| row.get(0))?;
        if rows < least {
            (least, rarest) = (rows, Some(gram));
        }
    }
    Ok(rarest)
}

fn gather(
    connection: &Connection,
    noun: Noun,
    wanted: &Wanted<'_>,
    words: &[Vec<Letter>],
    gram: &(String, String),
    place: Option<Place<'_>>,
) -> Result<Found> {
    let mut statement = connection.prepare_cached(noun.candidates())?;
    let mut rows = statement.query((&gram.0, &gram.1, wanted.kind))?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        hits.extend(Hit::read(row, words)?);
    }
    if let Some(Place::Gathered(fit, code)) = place {
        hits.retain(|hit| (hit.fit, hit.code.as_str()) > (fit, code));
    }
    hits.sort_unstable();
    let limit = wanted.limit as usize;
    let is_last = hits.len() <= limit;
    hits.truncate(limit);
    let next = hits.last().filter(|_| !is_last);
    let next = next.map(|hit| format!("{}:{}", hit.fit as u8, hit.code));
    Ok(Found { ids: hits.into_iter().map(|hit| hit.id).collect(), next })
}

/// So much fits that the order of codes alone gives a page soon; an exact code still stands first on the first page.
fn walk(
    connection: &Connection,
    noun: Noun,
    wanted: &Wanted<'_>,
    words: &[Vec<Letter>],
    after: &str,
    is_later: bool,
) -> Result<Found> {
    let mut statement = connection.prepare_cached(noun.walk())?;
    let mut found = Found::default();
    let typed = wanted.text.trim();
    if !is_later {
        let mut rows = statement.query((typed, typed, wanted.kind))?;
        while let Some(row) = rows.next()? {
            found.ids.push(row.get(0)?);
        }
    }
    // The next text after another one is that and a NUL.
    let mut rows = statement.query((format!("{after}\0"), "\u{10FFFF}", wanted.kind))?;
    while let Some(row) = rows.next()? {
        let Some(hit) = Hit::read(row, words)?.filter(|hit| hit.code != typed) else { continue };
        found.ids.push(hit.id);
        if found.ids.len() >= wanted.limit as usize {
            found.next = Some(hit.code);
            break;
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
