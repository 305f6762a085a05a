//! Attachments at the desk: dropped, chosen by a dialog, shown, and copied out again.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kontor_exchange::media::MediaType;
use serde_json::{Value, json};
use uuid::Uuid;

use super::request::DeskRequest;
use super::{Desk, Purpose};
use crate::attachments::{self, LARGEST_FILE};
use crate::context::Now;
use crate::errors::{Code, Refusal};

impl Desk {
    /// Carries out a request about attachments; nothing when it is about something else.
    pub(super) fn attachments(
        &self,
        request: &DeskRequest,
        now: &Now,
    ) -> Option<Result<Value, Refusal>> {
        let answer = match request {
            DeskRequest::AttachFile { entry, name, content } => {
                self.attach(*entry, name, content, now)
            }
            DeskRequest::ChooseAttachment { entry } => self.choose_attachment(*entry, now),
            DeskRequest::LoadAttachment { attachment } => self.load_attachment(*attachment, now),
            DeskRequest::SaveAttachment { attachment } => self.save_attachment(*attachment, now),
            _ => return None,
        };
        self.asked(now);
        Some(answer)
    }

    fn attach(&self, entry: Uuid, name: &str, content: &str, now: &Now) -> Result<Value, Refusal> {
        // What is far too large is not decoded first only to be refused.
        let size = content.len() as u64 / 4 * 3;
        if size > LARGEST_FILE + 3 {
            attachments::check_size(name, size)?;
        }
        let bytes = STANDARD
            .decode(content)
            .map_err(|error| Refusal::new(Code::Malformed).with("what", error))?;
        let mut table = self.table();
        let done = attachments::attach(table.door_mut()?, entry, name, &bytes, now)?;
        serde_json::to_value(done).map_err(Refusal::bug)
    }

    /// A dialog may stay open for long; nothing else waits for it.
    fn choose_attachment(&self, entry: Uuid, now: &Now) -> Result<Value, Refusal> {
        let Some(path) = self.places.choose(Purpose::OpenAttachment, "") else {
            return Ok(Value::Null);
        };
        let mut table = self.table();
        let done = attachments::attach_file_at(table.door_mut()?, entry, &path, now)?;
        serde_json::to_value(done).map_err(Refusal::bug)
    }

    fn load_attachment(&self, uid: Uuid, now: &Now) -> Result<Value, Refusal> {
        let table = self.table();
        let (attachment, bytes) = attachments::load(table.door()?, uid, now)?;
        Ok(json!({
            "name": attachment.name,
            "media_type": attachment.media_type,
            "content": STANDARD.encode(bytes),
        }))
    }

    fn save_attachment(&self, uid: Uuid, now: &Now) -> Result<Value, Refusal> {
        let (attachment, bytes) = {
            let table = self.table();
            let door = table.door()?;
            let loaded = attachments::load(door, uid, now)?;
            door.note(now, "export", &json!({ "attachment": uid }))?;
            loaded
        };
        let kind = MediaType::from_name(&attachment.media_type)
            .ok_or_else(|| Refusal::bug(&attachment.media_type))?;
        let purpose = Purpose::SaveStatement { extension: kind.extension() };
        let stem = Path::new(&attachment.name).file_stem().unwrap_or_default().to_string_lossy();
        let Some(path) = self.places.choose(purpose, &stem) else { return Ok(Value::Null) };
        self.save(path, &bytes)
    }
}
