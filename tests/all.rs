//! The one integration binary: each module is a folder of tests beside this file, named in its first line.
// A test may stop at the first surprise; the program may not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod cases;
mod errors;
mod faults;
mod properties;
mod tidy;
mod wire;
mod words;
