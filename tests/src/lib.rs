//! What several groups of tests share; nothing of the program depends on it.
