//! Running other programs: what is about to run is printed first, and a program that fails is named.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::{Failure, Outcome, While};
use crate::tree;

pub(crate) struct Call {
    command: Command,
    line: String,
}

/// What a program said on its standard output, and whether it was content.
pub(crate) struct Heard {
    pub(crate) text: String,
    pub(crate) is_success: bool,
}

impl Call {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Call {
        let mut command = Command::new(program.as_ref());
        command.current_dir(tree::root());
        Call { command, line: shown(program.as_ref()) }
    }

    pub(crate) fn cargo() -> Call {
        Call::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).named("cargo")
    }

    /// On Windows npm is a script, which only its full name starts.
    pub(crate) fn npm() -> Call {
        let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Call::new(name).in_folder(&tree::ui())
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Call {
        for arg in args {
            self.line.push(' ');
            self.line.push_str(&shown(arg.as_ref()));
            self.command.arg(arg);
        }
        self
    }

    pub(crate) fn arg(self, arg: impl AsRef<OsStr>) -> Call {
        self.args([arg])
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Call {
        self.line = format!("{name}={} {}", shown(value.as_ref()), self.line);
        self.command.env(name, value);
        self
    }

    pub(crate) fn in_folder(mut self, folder: &Path) -> Call {
        self.command.current_dir(folder);
        self
    }

    /// Runs it before the person's eyes; failing is an error.
    pub(crate) fn run(mut self) -> Outcome {
        self.announce();
        let status = self.command.status().while_doing(format!("start `{}`", self.line))?;
        self.demand(status)
    }

    /// Runs it before the person's eyes and keeps what it said; failing is an answer, not an error.
    pub(crate) fn hear(mut self) -> Outcome<Heard> {
        self.announce();
        let start = format!("start `{}`", self.line);
        let mut child = self.command.stdout(Stdio::piped()).spawn().while_doing(&start)?;
        let mut text = String::new();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                text.push_str(&line);
                text.push('\n');
            }
        }
        let status = child.wait().while_doing(&start)?;
        Ok(Heard { text, is_success: status.success() })
    }

    /// Asks quietly: the output when it ran and succeeded.
    pub(crate) fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn named(mut self, name: &str) -> Call {
        self.line = name.to_owned();
        self
    }

    fn announce(&self) {
        println!("$ {}", self.line);
        // The other program writes to the same terminal; our line must stand before its own.
        let _ = std::io::stdout().flush();
    }

    fn demand(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}` failed ({status}).", self.line)))
    }
}

/// Where a program lies on PATH.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{name}{end}"))))
        .find(|candidate| candidate.is_file())
}

fn shown(word: &OsStr) -> String {
    let text = word.to_string_lossy();
    let root = OsString::from(tree::root());
    let text = text.replace(&format!("{}{}", root.display(), std::path::MAIN_SEPARATOR), "");
    if text.contains(' ') { format!("{text:?}") } else { text }
}
