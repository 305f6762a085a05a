//! A file on its way: attached to a draft, kept when that is posted, refused where it does not belong, copied out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};
use uuid::Uuid;

use super::{attach, attach_file_at, load, save_all};
use crate::context::Now;
use crate::demo::opened::{moment, opened};
use crate::door::Door;
use crate::errors::Code;

const DAY: &str = "2026-01-20";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";
const XML: &[u8] = b"<EInvoice><Amount>500.00</Amount></EInvoice>";

struct Office {
    folder: tempfile::TempDir,
    door: Door,
    moments: std::cell::Cell<u128>,
}

impl Office {
    fn open() -> Self {
        let (folder, door) = opened(DAY);
        Self { folder, door, moments: std::cell::Cell::new(1) }
    }

    fn now(&self) -> Now {
        self.moments.set(self.moments.get() + 1);
        moment(DAY, self.moments.get())
    }

    fn perform(&mut self, request: Value) -> Result<Uuid, Code> {
        let now = self.now();
        let done = self.door.perform(request, &now).map_err(|refusal| refusal.code)?;
        Ok(done.given.first().map(|given| given.uid).unwrap_or_default())
    }

    fn ask(&self, request: Value) -> Value {
        self.door.ask(request, &self.now()).unwrap()
    }

    fn draft(&mut self) -> Uuid {
        self.perform(json!({"do": "record_entry", "date": "2026-01-15", "memo": "电费", "lines": [
            {"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]}))
            .unwrap()
    }

    fn attach(&mut self, entry: Uuid, name: &str, bytes: &[u8]) -> Result<Uuid, Code> {
        let now = self.now();
        let done = attach(&mut self.door, entry, name, bytes, &now);
        Ok(done.map_err(|refusal| refusal.code)?.given[0].uid)
    }

    fn names(&self, entry: Uuid) -> Vec<String> {
        let list = self.ask(json!({"ask": "list_attachments", "entry": entry}));
        let rows = list["rows"].as_array().unwrap();
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_file_attached_to_a_draft_stays_with_the_posted_entry_and_its_bytes_come_back() {
    let mut office = Office::open();
    let draft = office.draft();
    let paper = office.attach(draft, "invoice.png", PNG).unwrap();
    let posted = office.perform(json!({"do": "post_entry", "entry": draft})).unwrap();
    assert_eq!(posted, draft, "a draft keeps its unique id when it is posted");
    assert_eq!(office.names(posted), ["invoice.png"]);
    assert_eq!(office.ask(json!({"ask": "get_entry", "uid": posted}))["attachments"], 1);
    let page = office.ask(json!({"ask": "list_entries"}));
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["uid"] == json!(posted));
    assert_eq!(row.unwrap()["attachments"], 1);
    let (attachment, bytes) = load(&office.door, paper, &office.now()).unwrap();
    assert_eq!((attachment.media_type.as_str(), bytes.as_slice()), ("image/png", PNG));
    // One more at any time, and never one less.
    office.attach(posted, "invoice.xml", XML).unwrap();
    assert_eq!(
        office.perform(json!({"do": "detach_file", "attachment": paper})),
        Err(Code::AttachmentStays)
    );
    assert_eq!(office.names(posted), ["invoice.png", "invoice.xml"]);
    let verified = office.door.book().verify().unwrap();
    assert!(verified.holds(), "{:?}", verified.first_misfit());
}

#[test]
fn a_draft_may_lose_what_was_attached_and_a_discarded_one_loses_all() {
    let mut office = Office::open();
    let draft = office.draft();
    let paper = office.attach(draft, "wrong.png", PNG).unwrap();
    office.attach(draft, "right.xml", XML).unwrap();
    office.perform(json!({"do": "detach_file", "attachment": paper})).unwrap();
    assert_eq!(office.names(draft), ["right.xml"]);
    assert_eq!(
        office.perform(json!({"do": "detach_file", "attachment": paper})),
        Err(Code::UnknownAttachment)
    );
    office.perform(json!({"do": "discard_entry", "entry": draft})).unwrap();
    let (live, removed): (i64, i64) = (
        office.count("SELECT count(*) FROM attachment"),
        office.count("SELECT count(*) FROM attachment_removal"),
    );
    assert_eq!((live, removed), (2, 2));
    assert!(office.door.book().verify().unwrap().holds());
}

#[test]
fn what_was_taken_off_a_discarded_draft_is_attached_again_by_its_hash() {
    let mut office = Office::open();
    let draft = office.draft();
    office.attach(draft, "invoice.png", PNG).unwrap();
    let list = office.ask(json!({"ask": "list_attachments", "entry": draft}));
    let row = &list["rows"][0];
    office.perform(json!({"do": "discard_entry", "entry": draft})).unwrap();
    let again = office.draft();
    let request = json!({"do": "attach_file", "entry": again, "name": row["name"],
        "media_type": row["media_type"], "hash": row["hash"], "size": row["size"]});
    office.perform(request).unwrap();
    assert_eq!(office.names(again), ["invoice.png"]);
    assert_eq!(office.count("SELECT count(*) FROM attachment_content"), 1);
    assert!(office.door.book().verify().unwrap().holds());
}

impl Office {
    fn count(&self, query: &str) -> i64 {
        self.door.book().connection().query_row(query, [], |row| row.get(0)).unwrap()
    }
}

#[test]
fn the_same_content_is_kept_once_and_attached_to_an_entry_once() {
    let mut office = Office::open();
    let (one, other) = (office.draft(), office.draft());
    office.attach(one, "a.png", PNG).unwrap();
    office.attach(other, "b.png", PNG).unwrap();
    assert_eq!(office.attach(one, "c.png", PNG), Err(Code::AttachmentTwice));
    assert_eq!(office.count("SELECT count(*) FROM attachment_content"), 1);
    assert_eq!(office.count("SELECT count(*) FROM attachment"), 2);
}

#[test]
fn what_is_no_picture_pdf_or_xml_or_too_large_is_refused_and_nothing_is_written() {
    let mut office = Office::open();
    let draft = office.draft();
    let before = office.count("SELECT count(*) FROM operation");
    assert_eq!(office.attach(draft, "a.png", b"MZ"), Err(Code::AttachmentKindUnknown));
    assert_eq!(office.attach(draft, "a.png", b""), Err(Code::AttachmentKindUnknown));
    assert_eq!(office.attach(draft, "a.xml", b"<a><b></a>"), Err(Code::AttachmentMalformed));
    let large = [PNG, &vec![0; 20 * 1024 * 1024]].concat();
    assert_eq!(office.attach(draft, "a.png", &large), Err(Code::AttachmentTooLarge));
    assert_eq!(office.attach(Uuid::from_u128(7), "a.png", PNG), Err(Code::UnknownEntry));
    assert_eq!(office.count("SELECT count(*) FROM operation"), before);
    assert_eq!(office.count("SELECT count(*) FROM attachment_content"), 0);
}

#[test]
fn attachments_of_posted_entries_are_copied_into_a_new_folder_and_never_over_another() {
    let mut office = Office::open();
    let draft = office.draft();
    let file = office.folder.path().join("回单 1.png");
    std::fs::write(&file, PNG).unwrap();
    let now = office.now();
    attach_file_at(&mut office.door, draft, &file, &now).unwrap();
    office.attach(draft, "../../x", XML).unwrap();
    office.perform(json!({"do": "post_entry", "entry": draft})).unwrap();
    let copies = office.folder.path().join("copies");
    assert_eq!(save_all(&office.door, &copies, &office.now()), Ok(2));
    let mut names: Vec<String> = std::fs::read_dir(&copies)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names[0].ends_with(" 1 回单 1.png"), "{names:?}");
    assert!(names[1].ends_with(" 2 ..-..-x.xml"), "{names:?}");
    let again = save_all(&office.door, &copies, &office.now()).map_err(|refusal| refusal.code);
    assert_eq!(again, Err(Code::AlreadyExists));
}
