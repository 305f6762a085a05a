//! Each error by its name: what provokes it, and what a person is then told in both languages.

mod case;
mod runner;
