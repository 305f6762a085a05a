//! Texts that a person approved: compared, or written anew when `KONTOR_BLESS` is set.

use std::path::Path;

/// Fails unless a file under `tests/` holds this text; `cargo xtask bless` writes it instead.
pub fn blessed(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("KONTOR_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let approved = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if approved == text {
        return;
    }
    let first = approved.lines().zip(text.lines()).position(|(was, is)| was != is);
    let line = first.unwrap_or_else(|| approved.lines().count().min(text.lines().count()));
    panic!(
        "{file} differs from line {}; was\n{}\nis\n{}\n`cargo xtask bless` writes it anew",
        line + 1,
        approved.lines().nth(line).unwrap_or("(nothing)"),
        text.lines().nth(line).unwrap_or("(nothing)"),
    );
}
