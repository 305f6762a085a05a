//! What papers and window write alike: amounts in words, numbers and days, held to the same samples.

mod samples;
