//! Recovery: the printed sheet opens the book when all passwords are lost, and gives one person a new one.

use std::path::Path;

use kontor_store::{Book, Stamp, persons};
use kontor_vault::{BookFile, NewPerson, Secret};
use serde_json::json;

use crate::context::Now;
use crate::door::Door;
use crate::errors::{Code, Refusal};
use crate::people::check_password;

/// Opens a book with its recovery sheet and gives a person a new password and new keys. What they signed before stays
/// good under their old keys; the operation that says so is the first they sign with the new.
///
/// # Errors
/// When the sheet is not this book's, nobody has that name, or the password is too short.
pub fn recover(
    path: &Path,
    sheet: &str,
    person: &str,
    password: &Secret,
    now: &Now,
) -> Result<Door, Refusal> {
    check_password(password)?;
    let book = Book::enter(BookFile::unlock_with_recovery(path, sheet)?)?;
    let name = person.trim().to_lowercase();
    let known = persons::list(book.connection())?
        .into_iter()
        .find(|one| one.is_active && one.name.to_lowercase() == name)
        .ok_or_else(|| {
            Refusal::new(Code::UnknownPerson).with("name", person).with("field", "person")
        })?;
    let mut file = book.into_file();
    let new = NewPerson { uid: known.uid, name: &known.name, password };
    let keys = file.readmit(&new)?;
    // The sheet's own keys end here; the person goes on with theirs.
    drop(file);
    let mut book = Book::open(path, Some(&known.name), password)?;
    let action = json!({ "do": "recover_person", "person": known.name }).to_string();
    let stamp = Stamp { uid: now.uid, at: &now.at, action: &action };
    book.write(&stamp, |writing| persons::give_keys(writing, known.id, &keys))?;
    Door::new(book)
}
