//! Single sales: what one costs, durable, beside the same rows written bare, and how the file grows by them.

use std::path::Path;

use kontor_actions::Door;
use kontor_vault::faults::{self, Counts};
use serde_json::json;
use uuid::Uuid;

use crate::bare::Bare;
use crate::book::{self, moment};
use crate::meter::{self, Took};
use crate::size::times;
use crate::table::{Against, Table};
use kontor_tests::company::{Entry, Line, OUTPUT_TAX, RECEIVABLE, REVENUE};

/// How many sales are timed; the middle one counts.
const TIMED: u64 = 300;
/// How many sales the file grows by.
const GROWING: u64 = 5_000;
const PAGE: u64 = 4096;

/// Sales one after the other, each recorded in the book, bare under SQLCipher, and bare without, so that what else
/// the machine does falls on all three.
pub(crate) fn measure_speed(
    path: &Path,
    encrypted: &mut Bare,
    plain: &mut Bare,
    table: &mut Table,
) {
    let mut door = book::open(path);
    let item = add_item(&mut door);
    let customers = book::customers(&door);
    let (mut ours, mut bare, mut without) = (Vec::new(), Vec::new(), Vec::new());
    let (mut asked_ours, mut asked_bare) = (Counts::default(), Counts::default());
    for n in 0..TIMED {
        let party = n % customers.len() as u64;
        let action = book::sale(customers[party as usize], item, 2, &[]);
        let before = faults::counts();
        let now = moment(u128::from(1000 + n));
        let (done, took) = meter::take(|| door.perform(action, &now));
        done.unwrap();
        let between = faults::counts();
        ours.push(took);
        let (entry, number) = (same_rows(party + 1), 1_000_000 + n.cast_signed());
        bare.push(meter::take(|| encrypted.write_sale(&entry, number, 2)).1);
        let after = faults::counts();
        without.push(meter::take(|| plain.write_sale(&entry, number, 2)).1);
        add(&mut asked_ours, before, between);
        add(&mut asked_bare, between, after);
    }
    let ratio = Took::median(&ours).times(Took::median(&bare));
    table.tell("one durable sale, middle", Took::median(&ours).to_string());
    table.tell("  least", Took::least(&ours).to_string());
    table.tell("  same rows, bare SQLCipher", Took::median(&bare).to_string());
    table.tell("  same rows, plain SQLite", Took::median(&without).to_string());
    let against = Against { bound: "2 times", holds: meter::is_within(ratio, 2.0) };
    table.judge("  sale / bare SQLCipher", times(ratio), against);
    table.tell("  sale / plain SQLite", times(Took::median(&ours).times(Took::median(&without))));
    table.tell("  syncs and pages, sale", asked(asked_ours));
    table.tell("  syncs and pages, bare SQLCipher", asked(asked_bare));
}

/// Kinds of sales: how many items, and which accounts a part is paid to at once. A sale makes three lines, and one
/// more for each payment.
const KINDS: [(&str, usize, &[&str]); 3] = [
    ("one item, on credit", 1, &[]),
    ("two items, paid in part", 2, &["1002"]),
    ("two items, paid in part in two ways", 2, &["1001", "1002"]),
];

/// What the file grows by, per line, when all lines come as single sales.
pub(crate) fn measure_bytes(folder: &Path, table: &mut Table) {
    let path = folder.join("sales.kontor");
    let mut door = book::make(&path);
    let item = add_item(&mut door);
    let customers: Vec<Uuid> = (0..100_u128)
        .map(|n| {
            let action =
                json!({ "do": "add_party", "name": format!("客户{n:03}"), "kinds": ["customer"] });
            book::add(&mut door, action, 100 + n)
        })
        .collect();
    let (mut bytes, mut lines, mut recorded) = (0, 0, 1000);
    let mut kinds = Vec::new();
    for (kind, items, paid) in KINDS {
        let before = length(&door, &path);
        for n in 0..GROWING / KINDS.len() as u64 {
            recorded += 1;
            let action = book::sale(customers[(n % 100) as usize], item, items, paid);
            door.perform(action, &moment(recorded)).unwrap();
        }
        let grown = length(&door, &path) - before;
        let written = GROWING / KINDS.len() as u64 * (3 + paid.len() as u64);
        kinds.push((kind, grown / written));
        (bytes, lines) = (bytes + grown, lines + written);
    }
    let per_line = bytes / lines;
    let against = Against { bound: "400 bytes", holds: per_line <= 400 };
    table.judge("file per line of single sales", format!("{per_line} bytes"), against);
    for (kind, per_line) in kinds {
        table.tell(&format!("  {kind}"), format!("{per_line} bytes"));
    }
}

/// How long the file is when everything is in it.
fn length(door: &Door, path: &Path) -> u64 {
    door.book().checkpoint().unwrap();
    std::fs::metadata(path).unwrap().len()
}

fn add_item(door: &mut Door) -> Uuid {
    let item = json!({ "do": "add_item", "code": "bench", "name": "商品", "kind": "goods" });
    book::add(door, item, 50)
}

/// The entry that the rules make of a sale of 600 and its tax.
fn same_rows(party: u64) -> Entry {
    let line = |account, amount| Line { account, amount, party: None };
    Entry {
        number: 0,
        date: moment(0).today,
        memo: "销售商品等，往来单位00001有限公司".to_owned(),
        lines: vec![
            Line { party: Some(party), ..line(RECEIVABLE, 67_800) },
            line(REVENUE, -60_000),
            line(OUTPUT_TAX, -7_800),
        ],
    }
}

fn add(sum: &mut Counts, from: Counts, to: Counts) {
    sum.syncs += to.syncs - from.syncs;
    sum.bytes_written += to.bytes_written - from.bytes_written;
}

fn asked(counts: Counts) -> String {
    let pages = counts.bytes_written as f64 / (PAGE * TIMED) as f64;
    format!("{:.2}, {pages:.1}", counts.syncs as f64 / TIMED as f64)
}
