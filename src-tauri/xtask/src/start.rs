//! `cargo xtask run`: from a fresh clone to the window on the sample company, or to its statements on paper.

use crate::failure::Outcome;
use crate::needs::Purpose;
use crate::shell::Call;
use crate::{display, rust, sample, setup, tree};

pub(crate) fn run(_: &[String]) -> Outcome {
    setup::prepare(Purpose::Run)?;
    rust::build_programs()?;
    let book = sample::make()?;
    if !display::is_there() {
        println!(
            "There is no display here, so the sample company's statements are printed instead."
        );
        return sample::print_statements(&book);
    }
    println!("\nThe sample company: {}", book.display());
    println!("User: {}   Password: {}\n", sample::USER, sample::PASSWORD);
    Call::new(tree::binary("kontor-desktop")).arg(&book).run()
}
