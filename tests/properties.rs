//! What holds for any sequence of actions and for every role.

mod arithmetic;
mod permissions;
mod random;
mod rows;
mod searching;
