//! Persons: admitting somebody with a role and a key of their own.

use kontor_ledger::permission::Role;
use kontor_store::persons;
use kontor_vault::Secret;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// The shortest password.
pub(crate) const PASSWORD_LENGTH: usize = 8;

/// Admits a person. The password makes their key slot and is never written into the log.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AddPerson {
    pub name: String,
    #[ts(type = "string")]
    pub role: Role,
    #[serde(skip_serializing)]
    #[ts(type = "string")]
    pub password: Password,
}

/// A password on its way in; it leaves no trace in logs or output.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Password(pub(crate) Secret);

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(Secret::from(text))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

/// Refuses a password that is too short.
pub(crate) fn check_password(password: &Secret) -> Result<(), Refusal> {
    if password.length() < PASSWORD_LENGTH {
        return Err(Refusal::new(Code::PasswordTooShort)
            .with("length", PASSWORD_LENGTH)
            .with("field", "password"));
    }
    Ok(())
}

pub(crate) fn plan_add(context: &Context<'_>, request: &AddPerson) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let taken = persons::list(context.connection)?
        .iter()
        .any(|person| person.name.to_lowercase() == name.to_lowercase());
    if taken {
        return Err(Refusal::new(Code::NameTaken).with("name", name).with("field", "name"));
    }
    check_password(&request.password.0)?;
    Ok(Plan::of(Step::AddPerson { name: name.to_owned(), role: request.role }))
}

/// Everybody who may open the book.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListPersons {}

/// A person.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PersonRow {
    pub uid: Uuid,
    pub name: String,
    #[ts(type = "string")]
    pub role: Role,
    pub is_active: bool,
}

/// Everybody who may open the book.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PersonList {
    pub rows: Vec<PersonRow>,
}

pub(crate) fn list(context: &Context<'_>, _: &ListPersons) -> Result<PersonList, Refusal> {
    let rows = persons::list(context.connection)?
        .into_iter()
        .map(|person| PersonRow {
            uid: person.uid,
            name: person.name,
            role: person.role,
            is_active: person.is_active,
        })
        .collect();
    Ok(PersonList { rows })
}
