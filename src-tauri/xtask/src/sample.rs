//! The sample company: made once, kept until somebody removes `.kontor`, and its statements as PDFs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};
use crate::shell::Call;
use crate::tree;

/// `kontor demo` names the owner of the book so.
pub(crate) const USER: &str = "owner";
/// Everybody may know it: the company is invented.
pub(crate) const PASSWORD: &str = "kontor-sample";

const STATEMENTS: &[&str] = &["balance-sheet", "income-statement", "cash-flow"];
const LANGUAGES: &[&str] = &["zh-CN", "en"];

/// The book, which stays as a person left it when it is there already.
pub(crate) fn make() -> Outcome<PathBuf> {
    let folder = tree::playground();
    fs::create_dir_all(&folder).while_doing(format!("make {}", folder.display()))?;
    let password = password_file();
    fs::write(&password, PASSWORD).while_doing(format!("write {}", password.display()))?;
    let book = folder.join("sample.kontor");
    if !book.exists() {
        kontor().arg("demo").arg(&book).arg("--password-file").arg(password).run()?;
    }
    Ok(book)
}

/// Each statement in each language, into a folder that holds nothing else.
pub(crate) fn print_statements(book: &Path) -> Outcome {
    let folder = tree::playground().join("statements");
    if folder.exists() {
        fs::remove_dir_all(&folder).while_doing(format!("empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).while_doing(format!("make {}", folder.display()))?;
    let mut printed = Vec::new();
    for statement in STATEMENTS {
        for language in LANGUAGES {
            let page = folder.join(format!("{statement}.{language}.pdf"));
            kontor()
                .arg("report")
                .arg(book)
                .args([statement, "--user", USER, "--lang", language, "--format", "pdf"])
                .arg("--password-file")
                .arg(password_file())
                .arg("-o")
                .arg(&page)
                .run()?;
            printed.push(page);
        }
    }
    println!("\nThe statements of the sample company:");
    for page in printed {
        println!("  {}", page.display());
    }
    println!("The book itself: {} (user {USER}, password {PASSWORD})", book.display());
    Ok(())
}

fn kontor() -> Call {
    Call::new(tree::binary("kontor"))
}

fn password_file() -> PathBuf {
    tree::playground().join("sample.password")
}
