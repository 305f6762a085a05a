//! Papers: the same book and the same request give the same bytes, in this process and in any other.

use kontor_actions::prints::print;
use kontor_actions::statements::GetStatement;
use kontor_reports::{Format, Lang};
use kontor_tests::{Desk, Program, Template, last_operation, now};

const STATEMENTS: [&str; 4] = ["trial-balance", "income-statement", "balance-sheet", "cash-flow"];
const FORMATS: [(Format, &str); 5] = [
    (Format::Pdf, "pdf"),
    (Format::Xlsx, "xlsx"),
    (Format::Csv, "csv"),
    (Format::Json, "json"),
    (Format::Text, "text"),
];

fn printed(desk: &Desk, name: &str, format: Format) -> Vec<u8> {
    let request = GetStatement {
        name: name.to_owned(),
        period: Some("2026-03".to_owned()),
        ..GetStatement::default()
    };
    print(&desk.door(), &request, format, Lang::Both, &now()).unwrap()
}

#[test]
fn a_statement_has_the_same_bytes_twice_in_one_process_and_in_another() {
    let desk = Desk::of(Template::sample());
    let before = last_operation(&desk.door());
    for name in STATEMENTS {
        for (format, word) in FORMATS {
            let once = printed(&desk, name, format);
            assert!(once.len() > 500, "{name} {word}");
            assert!(
                once == printed(&desk, name, format),
                "{name} as {word} differs in one process"
            );
        }
    }
    let path = desk.path.to_string_lossy();
    for (name, (format, word)) in
        STATEMENTS.iter().zip(FORMATS).chain([(&"balance-sheet", FORMATS[0])])
    {
        for _ in 0..2 {
            let told = Program::run([
                "report", &path, name, "--period", "2026-03", "--lang", "both", "--format", word,
            ]);
            assert_eq!(told.code, 0, "{}", told.err);
            assert!(
                told.out == printed(&desk, name, format),
                "{name} as {word} differs in another process"
            );
        }
    }
    assert_eq!(
        last_operation(&desk.door()),
        before,
        "printing notes an access and changes nothing"
    );
}
