//! `cargo xtask`: everything one does with this tree, in one table, the same on every desk and in CI.

mod bench;
mod bindings;
mod bless;
mod browser;
mod check;
mod display;
mod e2e;
mod failure;
mod needs;
mod parts;
mod rust;
mod sample;
mod setup;
mod shell;
mod start;
mod tally;
mod test;
mod tree;
mod window;

use std::process::ExitCode;

use failure::Outcome;

struct Command {
    name: &'static str,
    what: &'static str,
    body: fn(&[String]) -> Outcome,
}

/// The two commands a newcomer needs stand first.
const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        what: "install what is missing, build, make the sample company, open the window on it",
        body: start::run,
    },
    Command {
        name: "test",
        what: "everything: lint, types, unit tests, cases, faults, browser and real window",
        body: test::test,
    },
    Command {
        name: "check",
        what: "before each commit: format, lint, laws of the tree, unit tests, the window's tests",
        body: check::check,
    },
    Command { name: "e2e", what: "only the journeys in the real window", body: e2e::e2e },
    Command {
        name: "bindings",
        what: "write the wire types to ui/src/api/generated",
        body: bindings::bindings,
    },
    Command {
        name: "bless",
        what: "rewrite the expected results of tests/; read the difference before you commit it",
        body: bless::bless,
    },
    Command {
        name: "bench",
        what: "measure speed and print the table; `--lines N ...` chooses the sizes",
        body: bench::bench,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        print_commands();
        return ExitCode::SUCCESS;
    };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => report((command.body)(rest)),
        None => {
            eprintln!("cargo xtask has no command {name:?}.\n");
            print_commands();
            ExitCode::from(2)
        }
    }
}

fn report(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn print_commands() {
    println!("cargo xtask COMMAND\n");
    for command in COMMANDS {
        println!("  {:<9} {}", command.name, command.what);
    }
}
