//! Actions and questions as JSON, one a line: one answer a line, and the first refusal stops the rest.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use kontor_tests::{
    Desk, PASSWORD, Program, Template, assert_verifies, last_operation, receipt, sale,
};
use serde_json::{Value, json};

fn answers(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_action_is_answered_on_its_line_and_the_first_refusal_stops_the_rest() {
    let desk = Desk::new();
    let before = last_operation(&desk.door());
    let known = &Template::small().known;
    let lines = [
        sale(known, "2026-03-01", 3).to_string(),
        String::new(),
        receipt(known, "2026-03-02", "100.00").to_string(),
        sale(known, "1999-03-01", 1).to_string(),
        sale(known, "2026-03-03", 1).to_string(),
    ]
    .join("\n");
    let path = desk.path.to_string_lossy();
    let spoken = Program::feed(["act", &path, "--user", "owner"], &lines);
    assert_eq!(spoken.code, 1);
    let told = answers(spoken.text());
    assert_eq!(told.len(), 3, "{}", spoken.text());
    assert_eq!(told[0]["operation"], before + 1);
    assert_eq!(told[1]["operation"], before + 2);
    assert_eq!(told[2]["code"], "date_out_of_range");
    assert_eq!(told[2]["kind"], "rejected");
    let door = desk.door();
    assert_eq!(last_operation(&door), before + 2, "what stood after the refusal was not done");
    assert_verifies(&door, "act");
}

#[test]
fn the_same_action_sent_twice_happens_once() {
    let desk = Desk::new();
    let before = last_operation(&desk.door());
    let mut request = sale(&Template::small().known, "2026-03-01", 3);
    request["id"] = json!("0195f000-0000-7000-8000-000000000001");
    let file = desk.folder.path().join("actions.jsonl");
    std::fs::write(&file, format!("{request}\n{request}\n")).unwrap();
    let (path, file) = (desk.path.to_string_lossy(), file.to_string_lossy());
    for _ in 0..2 {
        let spoken = Program::run(["act", &path, &file, "--user", "owner"]);
        assert_eq!(spoken.code, 0, "{}", spoken.err);
        for answer in answers(spoken.text()) {
            assert_eq!(answer["operation"], before + 1);
        }
    }
    assert_eq!(last_operation(&desk.door()), before + 1);
}

#[test]
fn questions_are_answered_likewise_and_a_malformed_line_is_a_refusal() {
    let desk = Desk::new();
    let path = desk.path.to_string_lossy();
    let lines =
        "{\"ask\":\"company\"}\n{\"ask\":\"list_parties\"}\n{\"ask\":\n{\"ask\":\"company\"}\n";
    let spoken = Program::feed(["ask", &path, "--user", "owner"], lines);
    let told = answers(spoken.text());
    assert_eq!((spoken.code, told.len()), (1, 3));
    assert_eq!(told[1]["rows"].as_array().unwrap().len(), 2);
    assert_eq!(told[2]["code"], "malformed");
    assert_eq!(told[2]["details"]["line"], "3");
}

#[test]
fn where_nobody_reads_the_answers_any_more_the_rest_is_not_done() {
    let desk = Desk::new();
    let before = last_operation(&desk.door());
    let lines = format!("{}\n", sale(&Template::small().known, "2026-03-01", 1)).repeat(500);
    let file = desk.folder.path().join("actions.jsonl");
    std::fs::write(&file, lines).unwrap();
    let mut child = Program::command()
        .args(["act", &desk.path.to_string_lossy(), &file.to_string_lossy()])
        .env("KONTOR_PASSWORD", PASSWORD)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    reader.read_line(&mut String::new()).unwrap();
    drop(reader);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(3), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    let door = desk.door();
    assert!((before + 1..before + 500).contains(&last_operation(&door)));
    assert_verifies(&door, "a reader that went away");
}
