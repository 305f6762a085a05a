//! `kontor`: the door of a book from a terminal, for scripts, tests and people without a window.
//!
//! Data goes to standard output, messages in the chosen language to standard error. Exit: 0 done, 1 rejected, 2 usage,
//! 3 trouble, 4 the book does not verify.

mod arguments;
mod commands;
mod edge;
mod help;
mod prints;
mod say;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    kontor_actions::forbid_core_dumps();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let is_help = !error.use_stderr();
            // Where even the terminal is gone there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(if is_help { 0 } else { 2 });
        }
    };
    let words = say::words(arguments.language.as_deref());
    match commands::run(arguments.command, &words) {
        Ok(code) => code,
        Err(failure) => say::failure(&words, &failure),
    }
}
