//! The program of the command line as another process, found where cargo builds it.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::PASSWORD;

/// How to start `kontor`.
#[derive(Clone, Copy, Debug)]
pub struct Program;

/// What a process said, and how it ended.
#[derive(Debug)]
pub struct Spoken {
    /// Its exit code.
    pub code: i32,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub err: String,
}

impl Spoken {
    /// Standard output as text.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }
}

impl Program {
    /// Where the program lies: two folders above the tests' own binary.
    #[must_use]
    pub fn place() -> PathBuf {
        let tests = std::env::current_exe().unwrap();
        let place = tests
            .ancestors()
            .nth(2)
            .unwrap()
            .join(format!("kontor{}", std::env::consts::EXE_SUFFIX));
        assert!(
            place.is_file(),
            "{} is missing: `cargo build -p kontor-cli` makes it, `cargo xtask test` does so by itself",
            place.display()
        );
        place
    }

    /// A command without a password, which speaks English.
    #[must_use]
    pub fn command() -> Command {
        let mut command = Command::new(Self::place());
        command.env_remove("KONTOR_PASSWORD").env("LC_ALL", "en_US.UTF-8").stdin(Stdio::null());
        command
    }

    /// Runs it to its end with the password of the tests.
    pub fn run<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Spoken {
        Self::end(Self::command().args(words).env("KONTOR_PASSWORD", PASSWORD))
    }

    /// Runs it to its end with something on standard input.
    pub fn feed<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>, input: &str) -> Spoken {
        Self::fed(words, input, PASSWORD)
    }

    /// Runs it to its end with something on standard input and any password.
    pub fn fed<S: AsRef<OsStr>>(
        words: impl IntoIterator<Item = S>,
        input: &str,
        password: &str,
    ) -> Spoken {
        let mut command = Self::command();
        command.args(words).env("KONTOR_PASSWORD", password);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses early does not read to the end.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Self::spoken(child.wait_with_output().unwrap())
    }

    /// Runs a command to its end.
    pub fn end(command: &mut Command) -> Spoken {
        Self::spoken(command.output().unwrap())
    }

    fn spoken(output: Output) -> Spoken {
        Spoken {
            code: output.status.code().unwrap_or(-1),
            out: output.stdout,
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
