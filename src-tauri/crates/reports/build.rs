//! Makes the list of message files from what lies in `assets/messages`, so that a new file needs no line of code.
//! Every file that either language has is embedded; a test finds what only one of them has.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let crate_folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let messages = crate_folder.join("../../../assets/messages").canonicalize()?;
    let mut names = BTreeSet::new();
    for lang in ["zh-CN", "en"] {
        println!("cargo::rerun-if-changed={}", messages.join(lang).display());
        for entry in fs::read_dir(messages.join(lang))? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "ftl") {
                names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
            }
        }
    }
    let mut list = String::from("&[\n");
    for name in names {
        let (zh, en) = (embed(&messages, "zh-CN", &name), embed(&messages, "en", &name));
        // Writing into a String cannot fail.
        let _ = writeln!(list, "    MessageFile {{ name: {name:?}, zh: {zh}, en: {en} }},");
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("message_files.rs"), list)
}

fn embed(messages: &Path, lang: &str, name: &str) -> String {
    let path = messages.join(lang).join(format!("{name}.ftl"));
    if path.exists() {
        format!("include_str!({:?})", path.display().to_string())
    } else {
        "\"\"".to_owned()
    }
}
