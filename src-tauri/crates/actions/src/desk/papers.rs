//! Papers at the desk: looked at before they are printed, or written where the person chooses.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kontor_reports::Format;
use serde_json::{Value, json};

use super::request::DeskRequest;
use super::{Desk, Purpose};
use crate::context::Now;
use crate::door::Door;
use crate::errors::Refusal;
use crate::report_set::ReportSet;
use crate::{exports, kept, ledgers, prints, report_set, vouchers};

impl Desk {
    /// Carries out a request about papers; nothing when it is about something else.
    pub(super) fn papers(
        &self,
        request: &DeskRequest,
        now: &Now,
    ) -> Option<Result<Value, Refusal>> {
        let answer = match request {
            DeskRequest::SaveVouchers { request, language } => self.save_paper("pdf", |door| {
                let bytes = vouchers::print(door, request, *language, now)?;
                Ok((bytes, vouchers::file_name(door, request, *language, now)?))
            }),
            DeskRequest::PreviewStatement { request, language } => {
                self.preview(|door| prints::print(door, request, Format::Pdf, *language, now))
            }
            DeskRequest::SaveLedger { request, format, language } => {
                let (format, extension) = format.with_extension();
                self.save_paper(extension, |door| {
                    let bytes = ledgers::print(door, request, format, *language, now)?;
                    Ok((bytes, ledgers::file_name(door, request, *language, now)?))
                })
            }
            DeskRequest::SaveStatement { request, format, language } => {
                let (format, extension) = format.with_extension();
                self.save_paper(extension, |door| {
                    let bytes = prints::print(door, request, format, *language, now)?;
                    Ok((bytes, prints::file_name(door, request, *language, now)?))
                })
            }
            DeskRequest::SaveExport { kind, language } => {
                self.save_paper(exports::extension(kind), |door| {
                    let bytes = exports::export(door, kind, now)?;
                    Ok((bytes, exports::file_name(door, kind, *language, now)?))
                })
            }
            DeskRequest::SaveSet { request } => self.save_set(request, now),
            DeskRequest::SaveKept { operation, name, format } => {
                let (format, extension) = format.with_extension();
                self.save_paper(extension, |door| kept::file(door, *operation, name, format, now))
            }
            DeskRequest::PreviewLedger { request, language } => {
                self.preview(|door| ledgers::print(door, request, Format::Pdf, *language, now))
            }
            DeskRequest::PreviewVouchers { request, language } => {
                self.preview(|door| vouchers::print(door, request, *language, now))
            }
            _ => return None,
        };
        self.asked(now);
        Some(answer)
    }

    /// Makes a paper and the name it is offered under, asks where it goes and writes it there; nothing when the person
    /// decides otherwise.
    fn save_paper(
        &self,
        extension: &'static str,
        make: impl FnOnce(&Door) -> Result<(Vec<u8>, String), Refusal>,
    ) -> Result<Value, Refusal> {
        // The table is free again while the person looks for a place.
        let (bytes, suggested) = make(self.table().door()?)?;
        match self.places.choose(Purpose::SaveStatement { extension }, &suggested) {
            Some(path) => self.save(path, &bytes),
            None => Ok(Value::Null),
        }
    }

    fn save_set(&self, request: &ReportSet, now: &Now) -> Result<Value, Refusal> {
        let Some(below) = self.places.choose(Purpose::Folder, "") else { return Ok(Value::Null) };
        let mut table = self.table();
        let (folder, files) = report_set::save(table.door()?, request, &below, now)?;
        let place = table.place(folder);
        Ok(json!({ "label": place.label, "folder": place.folder, "files": files }))
    }

    fn preview(
        &self,
        make: impl FnOnce(&Door) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Value, Refusal> {
        let table = self.table();
        Ok(json!({ "content": STANDARD.encode(make(table.door()?)?) }))
    }
}
