//! The edge of the program: the clock, fresh ids, passwords and files.

use std::io::Write as _;
use std::path::Path;

use kontor_actions::{Code, Door, Now, Refusal};
use kontor_vault::Secret;

use crate::arguments::Password;

/// The moment, the day at this desk, and a fresh id.
pub(crate) fn now() -> Now {
    Now {
        at: chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        today: chrono::Local::now().date_naive(),
        uid: uuid::Uuid::now_v7(),
    }
}

/// The password: from the file, the environment, or the terminal.
pub(crate) fn password(source: &Password) -> Result<Secret, Refusal> {
    if let Some(path) = &source.password_file {
        let text = std::fs::read_to_string(path).map_err(|_| unreadable(path))?;
        let line = text.lines().next().unwrap_or_default();
        return Ok(Secret::from(line.trim_end_matches('\r')));
    }
    if let Ok(password) = std::env::var("KONTOR_PASSWORD") {
        return Ok(Secret::from(password));
    }
    let prompt = crate::say::words(None).say("cli-password", &[]);
    rpassword::prompt_password(format!("{prompt} "))
        .map(Secret::from)
        .map_err(|error| Refusal::new(Code::InputOutput).with("path", "-").with("what", error))
}

/// Opens a book and says in it who has it.
pub(crate) fn open(book: &Path, user: Option<&str>, password: &Password) -> Result<Door, Refusal> {
    let secret = self::password(password)?;
    let book = kontor_actions::open(book, user, &secret)?;
    let door = Door::new(book)?;
    let machine = std::env::var("HOSTNAME").or_else(|_| std::env::var("COMPUTERNAME"));
    let since = now().at;
    door.book().file().announce(&machine.unwrap_or_else(|_| "-".into()), &since)?;
    Ok(door)
}

/// Reads a whole input: a file, or standard input for `-`.
pub(crate) fn read_input(path: &Path) -> Result<String, Refusal> {
    let text = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    text.map_err(|_| unreadable(path))
}

fn unreadable(path: &Path) -> Refusal {
    Refusal::new(Code::FileUnreadable).with("path", path.display())
}

/// Writes a new file, never over one that is there; or to standard output.
pub(crate) fn write_output(path: Option<&Path>, bytes: &[u8]) -> Result<(), Refusal> {
    let refused = |error: std::io::Error| {
        let path = path.map_or_else(|| "-".to_owned(), |path| path.display().to_string());
        let code = match error.kind() {
            std::io::ErrorKind::AlreadyExists => Code::AlreadyExists,
            std::io::ErrorKind::NotFound => Code::NotFound,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Code::ReadOnly
            }
            std::io::ErrorKind::StorageFull => Code::DiskFull,
            _ => return Refusal::new(Code::InputOutput).with("path", path).with("what", error),
        };
        Refusal::new(code).with("path", path)
    };
    match path {
        None => std::io::stdout().write_all(bytes).map_err(refused),
        Some(path) => {
            let mut file = std::fs::File::create_new(path).map_err(refused)?;
            let written = file.write_all(bytes).and_then(|()| file.sync_all());
            if written.is_err() {
                // Half a file made by this very call helps nobody.
                let _ = std::fs::remove_file(path);
            }
            written.map_err(refused)
        }
    }
}
