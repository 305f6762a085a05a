//! Papers at the desk: looked at before they are printed, and vouchers written where the person chooses.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kontor_reports::{Format, Lang};
use serde_json::{Value, json};

use super::request::{DeskRequest, SaveFormat};
use super::{Desk, Purpose};
use crate::context::Now;
use crate::door::Door;
use crate::errors::Refusal;
use crate::ledgers::GetLedger;
use crate::vouchers::PrintVouchers;
use crate::{ledgers, prints, vouchers};

impl Desk {
    /// Carries out a request about papers; nothing when it is about something else.
    pub(super) fn papers(
        &self,
        request: &DeskRequest,
        now: &Now,
    ) -> Option<Result<Value, Refusal>> {
        let answer = match request {
            DeskRequest::SaveVouchers { request, language } => {
                self.save_vouchers(request, *language, now)
            }
            DeskRequest::PreviewStatement { request, language } => {
                self.preview(|door| prints::print(door, request, Format::Pdf, *language, now))
            }
            DeskRequest::SaveLedger { request, format, language } => {
                self.save_ledger(request, *format, *language, now)
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

    fn save_ledger(
        &self,
        request: &GetLedger,
        format: SaveFormat,
        language: Lang,
        now: &Now,
    ) -> Result<Value, Refusal> {
        let (format, extension) = format.with_extension();
        let (bytes, suggested) = {
            let table = self.table();
            let door = table.door()?;
            let bytes = ledgers::print(door, request, format, language, now)?;
            (bytes, ledgers::file_name(door, request, language, now)?)
        };
        match self.places.choose(Purpose::SaveStatement { extension }, &suggested) {
            Some(path) => self.save(path, &bytes),
            None => Ok(Value::Null),
        }
    }

    fn save_vouchers(
        &self,
        request: &PrintVouchers,
        language: Lang,
        now: &Now,
    ) -> Result<Value, Refusal> {
        let (bytes, suggested) = {
            let table = self.table();
            let door = table.door()?;
            let bytes = vouchers::print(door, request, language, now)?;
            (bytes, vouchers::file_name(door, request, language, now)?)
        };
        let purpose = Purpose::SaveStatement { extension: "pdf" };
        match self.places.choose(purpose, &suggested) {
            Some(path) => self.save(path, &bytes),
            None => Ok(Value::Null),
        }
    }

    fn preview(
        &self,
        make: impl FnOnce(&Door) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Value, Refusal> {
        let table = self.table();
        Ok(json!({ "content": STANDARD.encode(make(table.door()?)?) }))
    }
}
