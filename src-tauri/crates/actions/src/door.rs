//! The door: everything that changes a book is an action, everything that reads it a question.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use kontor_store::{AccessNote, Book, Connection, Stamp, Written, entries, persons};
use kontor_vault::NewPerson;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Facts, Now};
use crate::entries::{EntryView, provisional};
use crate::errors::{Code, Refusal};
use crate::plan::{Beside, Given, apply};
use crate::register::{Action, Question, Row};

/// What performing an action came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Done {
    /// The number of the operation.
    pub operation: i64,
    /// Ids and numbers given by it.
    pub given: Vec<Given>,
    /// The nouns that changed.
    pub changed: Vec<&'static str>,
}

/// A paper as a plan would issue it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPlan {
    pub net: String,
    pub tax: String,
    pub gross: String,
    /// What would be owed.
    pub owed: String,
}

/// What an action would do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PlanView {
    /// The entries it would post; none for those who meet no entries.
    pub entries: Vec<EntryView>,
    pub paper: Option<PaperPlan>,
}

/// Shows what an action would do, without doing it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Preview {
    action: Action,
}

/// A book with its door.
pub struct Door {
    book: Book,
    facts: Arc<Facts>,
}

impl Door {
    /// Puts the door before an open book.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(book: Book) -> Result<Self, Refusal> {
        let facts = Facts::read(book.connection())?;
        Ok(Self { book, facts })
    }

    /// The book behind the door.
    #[must_use]
    pub const fn book(&self) -> &Book {
        &self.book
    }

    /// The book behind the door, for what concerns its file: passwords, backups.
    pub const fn book_mut(&mut self) -> &mut Book {
        &mut self.book
    }

    /// Gives the book back.
    #[must_use]
    pub fn into_book(self) -> Book {
        self.book
    }

    /// Facts read once.
    #[must_use]
    pub fn facts(&self) -> Arc<Facts> {
        Arc::clone(&self.facts)
    }

    /// Reads the facts again.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn refresh(&mut self) -> Result<(), Refusal> {
        self.facts = Facts::read(self.book.connection())?;
        Ok(())
    }

    /// Performs an action given as JSON: `{"do": "record_sale", ...}`, with its unique `id` where it brings one.
    ///
    /// # Errors
    /// What the rules, the permissions or the file refuse; nothing is written then.
    pub fn perform(&mut self, request: Value, now: &Now) -> Result<Done, Refusal> {
        let (uid, request) = take_uid(request)?;
        let action: Action = read(request, Code::Malformed)?;
        self.perform_action(&action, uid.unwrap_or(now.uid), now)
    }

    /// Performs an action whose file travels beside it; the log keeps the action, which names the file's hash.
    ///
    /// # Errors
    /// As [`Door::perform`].
    pub(crate) fn perform_with(
        &mut self,
        action: &Action,
        bytes: &[u8],
        now: &Now,
    ) -> Result<Done, Refusal> {
        self.perform_guarded(action, Some(bytes), now.uid, now)
    }

    /// Performs an action.
    ///
    /// # Errors
    /// As [`Door::perform`].
    pub fn perform_action(
        &mut self,
        action: &Action,
        uid: Uuid,
        now: &Now,
    ) -> Result<Done, Refusal> {
        self.perform_guarded(action, None, uid, now)
    }

    fn perform_guarded(
        &mut self,
        action: &Action,
        bytes: Option<&[u8]>,
        uid: Uuid,
        now: &Now,
    ) -> Result<Done, Refusal> {
        let perform = || self.perform_unguarded(action, bytes, uid, now);
        let result = catch_unwind(AssertUnwindSafe(perform))
            .unwrap_or_else(|panic| Err(Refusal::bug(panic_text(&*panic))));
        if let Err(refusal) = &result
            && refusal.code == Code::NotAllowed
        {
            self.note(now, "refused", &json!({ "action": action.row().name }))?;
        }
        result
    }

    fn perform_unguarded(
        &mut self,
        action: &Action,
        bytes: Option<&[u8]>,
        uid: Uuid,
        now: &Now,
    ) -> Result<Done, Refusal> {
        let actor = persons::get(self.book.connection(), self.book.file().person_uid())?;
        allow(&action.row(), actor.role)?;
        let text = serde_json::to_string(action).map_err(Refusal::bug)?;
        let stamp = Stamp { uid, at: &now.at, action: &text };
        let facts = Arc::clone(&self.facts);
        let keys = match action {
            Action::AddPerson(request) => {
                // The plan is tried before a key slot is made, so that a refusal leaves no slot behind.
                action.plan(&Context {
                    connection: self.book.connection(),
                    facts: Arc::clone(&facts),
                    actor: actor.clone(),
                    now,
                })?;
                let person = NewPerson {
                    uid: slot_uid(uid),
                    name: request.name.trim(),
                    password: &request.password.0,
                };
                Some(self.book.file_mut().admit(&person)?)
            }
            _ => None,
        };
        let mut changed = Vec::new();
        let mut changes_facts = false;
        let written = self.book.write(&stamp, |writing| -> Result<Vec<Given>, Refusal> {
            let plan = action.plan(&Context {
                connection: writing.connection(),
                facts: Arc::clone(&facts),
                actor,
                now,
            })?;
            changed = plan.changes();
            changes_facts = plan.changes_facts();
            apply(writing, &plan, &facts, Beside { keys: keys.as_ref(), bytes })
        });
        if let (Err(_), Some(keys)) = (&written, &keys) {
            // Nobody was admitted, so nobody keeps a key.
            self.book.file_mut().withdraw(keys)?;
        }
        match written? {
            Written::Now { operation, answer } => {
                if changes_facts {
                    self.refresh()?;
                }
                Ok(Done { operation, given: answer, changed })
            }
            Written::Before { operation } => {
                Ok(Done { operation, given: given_by(self.book.connection(), operation)?, changed })
            }
        }
    }

    /// Answers a question given as JSON: `{"ask": "list_parties", ...}`.
    ///
    /// # Errors
    /// What the permissions or the file refuse.
    pub fn ask(&self, request: Value, now: &Now) -> Result<Value, Refusal> {
        let person = self.book.file().person_uid();
        let result = ask(self.book.connection(), &self.facts, person, request, now);
        if let Err(refusal) = &result
            && refusal.code == Code::NotAllowed
        {
            self.note(now, "refused", &json!(refusal.details))?;
        }
        result
    }

    /// Whether the person who unlocked the book may do what a row of the register names; a refusal is noted.
    ///
    /// # Errors
    /// When they may not.
    pub fn allow(&self, name: &str, now: &Now) -> Result<(), Refusal> {
        let actor = persons::get(self.book.connection(), self.book.file().person_uid())?;
        let row = crate::register::find(name).ok_or_else(|| Refusal::bug(name))?;
        let allowed = allow(row, actor.role);
        if let Err(refusal) = &allowed {
            self.note(now, "refused", &json!(refusal.details))?;
        }
        allowed
    }

    /// What a plan or an answer may look at, for those who read the book beside the register.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub(crate) fn context<'a>(&'a self, now: &'a Now) -> Result<Context<'a>, Refusal> {
        Ok(Context {
            connection: self.book.connection(),
            facts: Arc::clone(&self.facts),
            actor: persons::get(self.book.connection(), self.book.file().person_uid())?,
            now,
        })
    }

    /// The key of the person who unlocked the book.
    pub(crate) fn person(&self, now: &Now) -> Result<i64, Refusal> {
        Ok(self.context(now)?.actor.id)
    }

    /// Notes a read that matters in the access log.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note(&self, now: &Now, what: &str, details: &Value) -> Result<(), Refusal> {
        let person = persons::get(self.book.connection(), self.book.file().person_uid())?;
        let details = details.to_string();
        let note = AccessNote { at: &now.at, person: Some(person.id), what, details: &details };
        Ok(self.book.note_access(note)?)
    }
}

/// Answers a question on any connection that reads the book.
///
/// # Errors
/// What the permissions or the file refuse.
pub fn ask(
    connection: &Connection,
    facts: &Arc<Facts>,
    person: Uuid,
    request: Value,
    now: &Now,
) -> Result<Value, Refusal> {
    let guarded = AssertUnwindSafe(|| {
        let actor = persons::get(connection, person)?;
        let context = Context { connection, facts: Arc::clone(facts), actor, now };
        if request.get("ask").and_then(Value::as_str) == Some("preview") {
            return preview(&context, request);
        }
        let question: Question = read(request, Code::Malformed)?;
        allow(&question.row(), context.actor.role)?;
        question.answer(&context)
    });
    catch_unwind(guarded).unwrap_or_else(|panic| Err(Refusal::bug(panic_text(&*panic))))
}

fn preview(context: &Context<'_>, mut request: Value) -> Result<Value, Refusal> {
    if let Some(fields) = request.as_object_mut() {
        fields.remove("ask");
    }
    let Preview { action } = read(request, Code::Malformed)?;
    allow(&action.row(), context.actor.role)?;
    let plan = action.plan(context)?;
    let sees_entries =
        crate::register::find("get_entry").is_some_and(|row| row.allows(context.actor.role));
    let entries = match sees_entries {
        true => {
            plan.entries().map(|entry| provisional(context, entry)).collect::<Result<_, _>>()?
        }
        false => Vec::new(),
    };
    let paper = plan.paper().map(|planned| PaperPlan {
        net: context.text(planned.paper.total.net),
        tax: context.text(planned.paper.total.tax),
        gross: context.text(planned.paper.total.gross),
        owed: context.text(planned.paper.owed),
    });
    serde_json::to_value(PlanView { entries, paper }).map_err(Refusal::bug)
}

fn allow(row: &Row, role: kontor_ledger::permission::Role) -> Result<(), Refusal> {
    if row.allows(role) {
        return Ok(());
    }
    Err(Refusal::new(Code::NotAllowed).with("name", row.name).with("role", role.word()))
}

/// Takes the unique id from a request; the rest is the action.
fn take_uid(mut request: Value) -> Result<(Option<Uuid>, Value), Refusal> {
    let malformed = || Refusal::new(Code::Malformed).with("what", "id");
    let uid = match request.as_object_mut().and_then(|fields| fields.remove("id")) {
        None | Some(Value::Null) => None,
        Some(value) => Some(serde_json::from_value(value).map_err(|_| malformed())?),
    };
    Ok((uid, request))
}

/// Reads a request; what is wrong with its form is said in the parser's words.
fn read<T: serde::de::DeserializeOwned>(request: Value, code: Code) -> Result<T, Refusal> {
    serde_json::from_value(request).map_err(|error| Refusal::new(code).with("what", error))
}

/// The unique id of a person admitted by an operation.
fn slot_uid(operation: Uuid) -> Uuid {
    let mut bytes = *operation.as_bytes();
    for byte in bytes.iter_mut().skip(9) {
        *byte = !*byte;
    }
    uuid::Builder::from_bytes(bytes).with_version(uuid::Version::SortRand).into_uuid()
}

/// What an operation performed before had given.
fn given_by(connection: &Connection, operation: i64) -> Result<Vec<Given>, Refusal> {
    Ok(entries::of_operation(connection, operation)?
        .into_iter()
        .map(|(uid, number)| Given { noun: "entry", uid, number: Some(number) })
        .collect())
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
