//! The laws of the tree as tests: who may import whom, what files are called and begin with, where words lie.
//!
//! They read the sources as text, so they hold what the compiler cannot see. A law that is in the way is changed
//! here, with its reason, and in CONTRIBUTING.md; it is never worked around.

mod assets;
mod clocks_and_floats;
mod crates;
mod habits;
mod licences;
mod manual;
mod names;
mod shell;
mod source;
mod sql;
mod tree;
mod words;
mod words_used;
