//! Every case through the program of the command line, as a script would do it.

use kontor_tests::Program;

use super::case::{STATEMENTS, all};
use super::compare::{assert_expected, span};

#[test]
fn every_case_gives_the_expected_statements_through_the_program() {
    for case in all() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("账 套.kontor").to_string_lossy().into_owned();
        let company = &case.company;
        let made = Program::run([
            "new",
            &book,
            "--standard",
            &company.standard,
            "--currency",
            &company.currency,
            "--first-period",
            &company.first_period,
            "--company",
            &company.name,
            "--user",
            "owner",
            "--vat",
            &company.vat,
        ]);
        assert_eq!(made.code, 0, "{}", made.err);
        assert!(made.text().trim().len() > 50, "the recovery sheet is data: {}", made.text());
        for (number, (kind, sheet)) in case.sheets.iter().enumerate() {
            let file = folder.path().join(format!("{number} 导入.csv"));
            sheet.write(&file);
            let file = file.to_string_lossy();
            let tried =
                Program::run(["import", &book, kind, &file, "--user", "owner", "--dry-run"]);
            assert_eq!((tried.code, tried.text()), (0, ""), "{kind}: {}", tried.err);
            let done = Program::run(["import", &book, kind, &file, "--user", "owner"]);
            assert_eq!((done.code, done.text()), (0, ""), "{kind}: {}", done.err);
            assert!(done.err.contains(char::is_numeric), "says how many: {}", done.err);
        }
        for name in STATEMENTS {
            let mut words = vec!["report".to_owned(), book.clone(), name.to_owned()];
            words.extend(["--user".to_owned(), "owner".to_owned()]);
            words.extend(span(&case, name));
            words.extend(["--format".to_owned(), "json".to_owned()]);
            let told = Program::run(words);
            assert_eq!((told.code, told.err.as_str()), (0, ""), "{name}");
            assert_expected(&case, name, &told.out, "through the program");
        }
        let verified = Program::run(["verify", &book, "--user", "owner"]);
        assert_eq!(verified.code, 0, "{}", verified.text());
        assert!(verified.text().lines().all(|line| line.starts_with("ok ")));
    }
}
