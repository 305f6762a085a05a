//! Changes a person's password back and forth until it is killed, and says after each change which one holds.
//!
//! `password-changer BOOK NAME OLD NEW`; the test that starts it kills it at an awkward moment.

use std::io::Write as _;
use std::path::Path;

use kontor_vault::{BookFile, Secret};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [book, name, old, new] = words.as_slice() else { std::process::exit(2) };
    let secrets = [Secret::from(old.as_str()), Secret::from(new.as_str())];
    let Ok(mut file) = BookFile::unlock(Path::new(book), Some(name), &secrets[0]) else {
        std::process::exit(3)
    };
    for (from, to) in [(0, 1), (1, 0)].into_iter().cycle() {
        let changed = match (secrets.get(from), secrets.get(to)) {
            (Some(from), Some(to)) => file.change_password(from, to),
            _ => std::process::exit(2),
        };
        if changed.is_err() || writeln!(std::io::stdout(), "{to}").is_err() {
            std::process::exit(3);
        }
    }
}
