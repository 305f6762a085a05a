//! What holds for any sequence of actions and for every role.

mod arithmetic;
mod articulation;
mod entry_life;
mod generated;
mod hledger;
mod permissions;
mod random;
mod rows;
mod searching;
