//! What is measured in a process of its own: a fresh one has nothing in its caches, and its peak memory is its own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use kontor_actions::Door;
use kontor_actions::imports::{Options, import};
use kontor_store::Book;
use kontor_vault::BookFile;
use serde_json::{Value, json};

use crate::book::{moment, open};
use crate::meter::{self, Took};

/// What a child measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) took: Took,
    pub(crate) peak_memory: u64,
}

/// Imports a file into a book, to the last page in its one file.
pub(crate) fn import_file(book: &Path, kind: &str, file: &Path) -> Measured {
    spawn(&["import", path(book), kind, path(file)])
}

/// Asks a question of a book just opened.
pub(crate) fn ask(book: &Path, question: &Value) -> Measured {
    spawn(&["ask", path(book), &question.to_string()])
}

/// Opens a book with its key at hand, up to the first answer.
pub(crate) fn reopen(book: &Path) -> Measured {
    spawn(&["reopen", path(book)])
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn spawn(words: &[&str]) -> Measured {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("child")
        .args(words)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "bench child {words:?}: {}", output.status);
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<u64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    Measured {
        took: Took {
            wall: Duration::from_nanos(numbers[0]),
            processor: Duration::from_nanos(numbers[1]),
        },
        peak_memory: numbers[2],
    }
}

/// Carries out what the parent asked for and tells it what that took.
pub(crate) fn run(words: &[&str]) {
    let took = match words {
        ["import", book, kind, file] => {
            let mut door = open(Path::new(book));
            let (_, took) = meter::take(|| {
                let options = Options::default();
                let now = moment(u128::from(kind.as_bytes()[0]));
                let file = Path::new(file);
                let done = import(&mut door, kind, file, options, &now, &mut |_| true).unwrap();
                assert!(done.count > 0, "nothing was imported");
                door.book().checkpoint().unwrap();
            });
            took
        }
        ["ask", book, question] => {
            let door = open(Path::new(book));
            let question: Value = serde_json::from_str(question).unwrap();
            meter::take(|| door.ask(question, &moment(2)).unwrap()).1
        }
        ["reopen", book] => {
            let file = open(Path::new(book)).into_book().into_file();
            let (path, keys) = (file.path().to_path_buf(), file.opened_keys());
            drop(file);
            let first = json!({ "ask": "company" });
            meter::take(|| {
                let book = Book::enter(BookFile::reopen(&path, &keys).unwrap()).unwrap();
                Door::new(book).unwrap().ask(first, &moment(2)).unwrap()
            })
            .1
        }
        _ => panic!("bench child: {words:?}"),
    };
    println!("{} {} {}", took.wall.as_nanos(), took.processor.as_nanos(), meter::peak_memory());
}
