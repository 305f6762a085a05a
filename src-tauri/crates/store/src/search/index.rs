//! The grams that parties, items and accounts are kept under: written with them, made anew when they are of another
//! program, compared with their source by verification.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};

use super::Noun;
use super::letters::grams;
use crate::error::Result;

/// What the grams are made by. Another way of making them, or other readings of hanzi, is another name, and a book
/// that comes with another name is indexed anew when it is opened.
const MADE_BY: &str = "letters 1, pinyin 0.11";

/// The noun of the one row that says what the grams were made by.
const MARK: i64 = 0;

/// Keeps something under the grams of its texts.
pub(crate) fn keep(connection: &Connection, noun: Noun, id: i64, texts: &[&str]) -> Result<()> {
    let mut insert = connection.prepare_cached(include_str!("insert.sql"))?;
    for gram in all_grams(texts) {
        insert.execute((noun.id(), gram, id))?;
    }
    Ok(())
}

/// Forgets what a row was found by, before it gets other names. It walks all grams of its noun, which only accounts, a
/// few hundred of them, can afford.
pub(crate) fn forget(connection: &Connection, noun: Noun, id: i64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM search_gram WHERE noun = ?1 AND id = ?2")?
        .execute((noun.id(), id))?;
    Ok(())
}

fn all_grams<'a>(texts: impl IntoIterator<Item = &'a &'a str>) -> BTreeSet<String> {
    texts.into_iter().flat_map(|text| grams(text)).collect()
}

impl Noun {
    /// Every row with the texts it is found by.
    const fn texts(self) -> &'static str {
        match self {
            Self::Party => "SELECT id, code, name, '' FROM party ORDER BY id",
            Self::Item => "SELECT id, code, name, '' FROM item ORDER BY id",
            Self::Account => "SELECT id, code, name_zh, name_en FROM account ORDER BY id",
        }
    }
}

fn read(row: &Row<'_>) -> Result<(i64, [String; 3])> {
    Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?]))
}

/// Makes the index of a book that has none, or one made in another way.
pub(crate) fn enter(writer: &Connection) -> Result<()> {
    let is_current: bool = writer
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM search_gram WHERE noun = ?1 AND gram = ?2)")?
        .query_row((MARK, MADE_BY), |row| row.get(0))?;
    if is_current {
        return Ok(());
    }
    let transaction = writer.unchecked_transaction()?;
    transaction.execute("DELETE FROM search_gram", [])?;
    for noun in Noun::ALL {
        let mut statement = transaction.prepare(noun.texts())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, texts) = read(row)?;
            keep(&transaction, noun, id, &texts.each_ref().map(String::as_str))?;
        }
    }
    transaction.execute(include_str!("insert.sql"), (MARK, MADE_BY, 0))?;
    Ok(transaction.commit()?)
}

/// Compares the index with what it is made from: the first thing that is not kept under one of its grams, or that
/// there are more grams than things have.
pub(crate) fn misfit(connection: &Connection) -> Result<Option<String>> {
    let mut is_kept = connection.prepare(include_str!("is_kept.sql"))?;
    let mut expected: i64 = 0;
    for noun in Noun::ALL {
        let mut statement = connection.prepare(noun.texts())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, texts) = read(row)?;
            for gram in all_grams(&texts.each_ref().map(String::as_str)) {
                expected += 1;
                if !is_kept.query_row((noun.id(), gram, id), |row| row.get::<_, bool>(0))? {
                    let [code, ..] = texts;
                    return Ok(Some(format!("{} {code}", noun.word())));
                }
            }
        }
    }
    let kept: i64 = connection
        .prepare("SELECT count(*) FROM search_gram WHERE noun <> ?1")?
        .query_row([MARK], |row| row.get(0))?;
    Ok((kept != expected).then(|| format!("{} grams of nothing", kept - expected)))
}
