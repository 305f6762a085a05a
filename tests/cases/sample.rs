//! The sample company's statements as text, compared with what a bookkeeper last approved.

use kontor_actions::prints::print;
use kontor_actions::statements::GetStatement;
use kontor_reports::{Format, Lang};
use kontor_tests::{Desk, Template, blessed, now};

#[test]
fn the_sample_company_states_what_was_approved() {
    let door = Desk::of(Template::sample()).door();
    for name in ["trial-balance", "income-statement", "balance-sheet", "cash-flow"] {
        let request = GetStatement {
            name: name.to_owned(),
            period: Some("2026-03".to_owned()),
            ..GetStatement::default()
        };
        let text = print(&door, &request, Format::Text, Lang::Both, &now()).unwrap();
        blessed(&format!("cases/sample/{name}.txt"), &String::from_utf8(text).unwrap());
    }
}
