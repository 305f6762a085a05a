//! Words that must be found nowhere: names, memos and passwords through everything a book is used for.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use kontor_tests::Program;
use serde_json::json;

/// What a thief would search for; each word is long enough to be found only where it was written.
const CANARIES: [&str; 8] = [
    "金丝雀客户有限公司",
    "CanaryCustomerLtd",
    "金丝雀摘要甲乙丙丁",
    "CanaryMemoQwertz",
    "金丝雀商品戊己庚辛",
    "CanaryPassword-31337",
    "金丝雀账套公司名称",
    "CanaryAttachment-90210",
];

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Where a canary sits, in UTF-8 or UTF-16 of either order.
fn hits(folder: &Path, except: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    files(folder, &mut found);
    assert!(!found.is_empty());
    let mut hits = Vec::new();
    for path in found {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if except.contains(&name.as_str()) {
            continue;
        }
        hits.extend(sung(&std::fs::read(&path).unwrap_or_default(), &path));
    }
    hits
}

/// The canaries in some bytes.
fn sung(bytes: &[u8], place: &Path) -> Vec<String> {
    let sings = |canary: &str| {
        let little: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = canary.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let holds = |form: &[u8]| bytes.windows(form.len()).any(|window| window == form);
        [canary.as_bytes(), &little, &big].into_iter().any(holds)
    };
    let singing = CANARIES.into_iter().filter(|canary| sings(canary));
    singing.map(|canary| format!("{canary} in {}", place.display())).collect()
}

/// What a running process holds open, files without a name among them; nothing where the system does not tell.
fn held_open(process: u32) -> Vec<(PathBuf, Vec<u8>)> {
    let handles = std::fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten();
    handles
        .filter_map(|handle| {
            let handle = handle.ok()?.path();
            let name = std::fs::read_link(&handle).ok()?;
            let is_given = GIVEN.iter().any(|given| name.ends_with(given));
            let is_file = std::fs::metadata(&handle).is_ok_and(|facts| facts.is_file());
            (is_file && !is_given).then(|| Some((name, std::fs::read(&handle).ok()?)))?
        })
        .collect()
}

struct Nest {
    folder: tempfile::TempDir,
}

impl Nest {
    fn command(&self, words: &[&str]) -> std::process::Command {
        let mut command = Program::command();
        let temporary = self.folder.path().join("temporary");
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("TMPDIR", &temporary)
            .env("TMP", &temporary)
            .env("TEMP", &temporary)
            .env("HOME", self.folder.path())
            .env("KONTOR_PASSWORD", CANARIES[5]);
        command
    }

    fn run(&self, words: &[&str]) {
        let spoken = Program::end(&mut self.command(words));
        assert_eq!(spoken.code, 0, "{words:?}: {}", spoken.err);
        assert_eq!(hits(self.folder.path(), &GIVEN), Vec::<String>::new(), "after {words:?}");
    }

    /// The same, and looks all the time at what it holds open.
    fn watch(&self, words: &[&str]) {
        let mut child =
            self.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            for (name, bytes) in held_open(child.id()) {
                assert_eq!(sung(&bytes, &name), Vec::<String>::new(), "while it ran");
            }
        }
        assert!(child.wait().unwrap().success());
        assert_eq!(hits(self.folder.path(), &GIVEN), Vec::<String>::new(), "after {words:?}");
    }

    /// The unique id of the first entry of the year.
    fn first_entry(&self, book: &str) -> String {
        let ledger = json!({"ask": "get_account_ledger", "account": "1122", "from": "2026-01-01", "limit": 1});
        std::fs::write(self.folder.path().join("questions.jsonl"), ledger.to_string()).unwrap();
        let spoken = Program::end(&mut self.command(&["ask", book, "questions.jsonl"]));
        let answer: serde_json::Value = serde_json::from_slice(&spoken.out).unwrap();
        answer["rows"][0]["uid"].as_str().unwrap().to_owned()
    }

    /// Starts a command, waits for its first line, looks at all files while it runs, and kills it.
    fn interrupt(&self, words: &[&str]) {
        let mut child = self.command(words).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        assert!(line.contains("operation"), "{line}");
        let running = hits(self.folder.path(), &GIVEN);
        child.kill().unwrap();
        child.wait().unwrap();
        drop(out);
        assert_eq!(running, Vec::<String>::new(), "while it ran");
        assert_eq!(hits(self.folder.path(), &GIVEN), Vec::<String>::new(), "after it died");
    }
}

/// What the person wrote or asked for: these files are theirs and in the clear.
const GIVEN: [&str; 5] =
    ["entries.csv", "actions.jsonl", "asked-for.csv", "invoice.xml", COPY_OF_ATTACHMENT];

/// The file that an export of attachments makes of the only one there is.
const COPY_OF_ATTACHMENT: &str = "2026-01 记-8 1 invoice.xml";

/// Entries in no order, more than the sort keeps in memory when it must spill.
fn unsorted_entries() -> String {
    let mut text = String::from("date,entry,account,party,debit,credit,memo\n");
    for side in ["1", "2"] {
        for n in (0..20_000).rev() {
            let day = 1 + n % 28;
            let memo = if n % 2 == 0 { CANARIES[2] } else { CANARIES[3] };
            text += &match side {
                "1" => format!("2026-01-{day:02},E{n},1122,{},10.00,,{memo}\n", CANARIES[0]),
                _ => format!("2026-01-{day:02},E{n},5001,,,10.00,{memo}\n"),
            };
        }
    }
    text
}

#[test]
fn nothing_a_person_typed_is_in_any_file_after_selling_sorting_printing_backing_up_and_crashing() {
    let nest = Nest { folder: tempfile::tempdir().unwrap() };
    std::fs::create_dir(nest.folder.path().join("temporary")).unwrap();
    std::fs::create_dir(nest.folder.path().join("backups")).unwrap();
    nest.run(&[
        "new",
        "b.kontor",
        "--standard",
        "cn-small",
        "--first-period",
        "2026-01",
        "--company",
        CANARIES[6],
        "--user",
        "owner",
    ]);
    std::fs::write(nest.folder.path().join("entries.csv"), unsorted_entries()).unwrap();
    nest.watch(&["import", "b.kontor", "entries", "entries.csv", "--create-parties"]);
    let mut actions = vec![
        json!({"do": "add_party", "name": CANARIES[1], "kinds": ["customer"]}).to_string(),
        json!({"do": "add_item", "name": CANARIES[4], "kind": "goods", "price": "1.00"})
            .to_string(),
    ];
    for n in 1..400 {
        actions.push(
            json!({"do": "record_sale", "date": "2026-02-01", "memo": CANARIES[3], "lines": [{
                "description": CANARIES[4], "quantity": n.to_string(), "unit_price": "1.00",
                "tax_included": true, "rate": "levy-1"}],
                "paid": [{"account": "1001", "amount": format!("{n}.00")}]})
            .to_string(),
        );
    }
    std::fs::write(nest.folder.path().join("actions.jsonl"), actions.join("\n")).unwrap();
    let paper =
        format!("<EInvoice><Buyer>{}</Buyer>{}</EInvoice>", CANARIES[7], " ".repeat(70_000));
    std::fs::write(nest.folder.path().join("invoice.xml"), paper).unwrap();
    let entry = nest.first_entry("b.kontor");
    nest.watch(&["attach", "b.kontor", &entry, "invoice.xml"]);
    nest.interrupt(&["act", "b.kontor", "actions.jsonl"]);
    nest.run(&["report", "b.kontor", "trial-balance", "--period", "2026", "--format", "pdf"]);
    nest.run(&["backup", "b.kontor", "backups"]);
    nest.run(&["export", "b.kontor", "entries", "-o", "asked-for.csv"]);
    nest.run(&["export", "b.kontor", "attachments", "-o", "copies"]);
    nest.run(&["verify", "b.kontor"]);
    let copy = nest.folder.path().join("copies").join(COPY_OF_ATTACHMENT);
    assert!(std::fs::read_to_string(copy).unwrap().contains(CANARIES[7]));
    let asked_for = std::fs::read_to_string(nest.folder.path().join("asked-for.csv")).unwrap();
    assert!(asked_for.contains(CANARIES[2]), "the canaries do sing where they may");
}
