//! `cargo xtask bench`: the measurements of `tests/bench`, printed as one table; arguments are passed on.
//! `cargo xtask bench window [LINES]`: the real window on a book of so many lines.

use crate::failure::Outcome;
use crate::needs::Purpose;
use crate::shell::Call;
use crate::{display, e2e, rust, setup, tree};

/// What the promises of speed are about.
const LINES: &str = "1000000";

pub(crate) fn bench(args: &[String]) -> Outcome {
    match args.split_first() {
        Some((first, rest)) if first == "window" => {
            window(rest.first().map_or(LINES, String::as_str))
        }
        _ => {
            rust::build().args(["--bin", "bench"]).run()?;
            Call::new(tree::binary("bench")).args(args).run()
        }
    }
}

/// Start, clicks and memory of the real window. The book is made once and kept for the next measurement.
fn window(lines: &str) -> Outcome {
    setup::prepare(Purpose::Test)?;
    e2e::prepare()?;
    rust::build().args(["--bin", "bench"]).run()?;
    let book = tree::target().join("journeys").join(format!("bench-{lines}.kontor"));
    if !book.exists() {
        Call::new(tree::binary("bench")).arg("make").arg(&book).arg(lines).run()?;
    }
    e2e::driven(display::node(), "measure")?
        .arg(tree::journey("measure.mjs"))
        .env("KONTOR_BOOK", &book)
        .env("KONTOR_PAGE", tree::ui().join("dist"))
        .run()
}
