//! What crosses to the window and to paper: samples of every answer, and the same bytes every time.

mod paper;
mod samples;
