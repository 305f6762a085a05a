//! `cargo xtask bless`: the tests write down what they see as what they expect from now on.

use crate::failure::Outcome;
use crate::rust;

/// CI never sets the variable; a test that writes under it fails without it when the file differs.
pub(crate) fn bless(filters: &[String]) -> Outcome {
    rust::test().args(["--test", "all", "--"]).args(filters).env("KONTOR_BLESS", "1").run()?;
    println!("\nRead the difference before you commit it: git diff --stat tests");
    Ok(())
}
