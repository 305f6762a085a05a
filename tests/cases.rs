//! Companies in plain text: what happened to them and the statements a bookkeeper expects, through the library and
//! through the program.

mod bring;
mod case;
mod compare;
mod exits;
mod generated;
mod library;
mod lines;
mod program;
mod revaluation;
mod sample;
mod today;
mod vouchers;
