//! What the tables promise: they refuse what the rules refuse, every statement fits them, every row is captured.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::capture::{APPEND_ONLY, MUTABLE, UNCAPTURED};
use crate::migrations;

fn tables() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    migrations::make(&connection).unwrap();
    connection
}

fn sql_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().unwrap() != "migrations" {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.push(path);
        }
    }
}

#[test]
fn every_sql_file_fits_the_tables() {
    let connection = tables();
    let mut files = Vec::new();
    sql_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 30);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        if let Err(error) = connection.prepare(&text) {
            panic!("{}: {error}", file.display());
        }
    }
}

#[test]
fn every_table_is_captured_or_known_not_to_be() {
    let connection = tables();
    let mut known: Vec<&str> = APPEND_ONLY.into_iter().chain(MUTABLE).chain(UNCAPTURED).collect();
    known.sort_unstable();
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let found: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(found, known);
}

#[test]
fn rows_that_stay_refuse_update_and_delete() {
    let connection = tables();
    for noun in APPEND_ONLY.into_iter().chain(["operation", "access"]) {
        for event in ["UPDATE", "DELETE"] {
            let count: i64 = connection
                .query_row(
                    "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 \
                     AND sql LIKE '%BEFORE ' || ?2 || ' ON%'",
                    (noun, event),
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(count, 1, "{noun} {event}");
        }
    }
}

const WITHOUT_INDEX: &str = "
    SELECT child.name
    FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
    WHERE child.type = 'table' AND reference.[table] = 'operation'
      AND NOT EXISTS (
        SELECT 1
        FROM pragma_index_list(child.name) AS list, pragma_index_info(list.name) AS part
        WHERE part.seqno = 0 AND part.name = reference.[from])
";

/// An operation is written after its rows, and the file then looks for the rows that waited for it: without an index
/// it would read whole tables, and each sale would take longer than the one before.
#[test]
fn rows_are_found_by_their_operation() {
    let connection = tables();
    let without_index: Vec<String> = connection
        .prepare(WITHOUT_INDEX)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(without_index, [""; 0]);
}
