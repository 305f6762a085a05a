//! Feedback: a problem, a wish, praise or the answer to a survey, kept in the book of those who said it.

use kontor_ledger::permission::Role;
use kontor_store::feedback::{self, NewFeedback};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, page_size};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// The most that is said at once, in characters.
const LONGEST: usize = 4000;

/// The longest name of a screen or of a survey's question.
const LONGEST_SUBJECT: usize = 60;

/// What kind of thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum FeedbackKind {
    Problem,
    Wish,
    Praise,
    Survey,
}

impl FeedbackKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Wish => "wish",
            Self::Praise => "praise",
            Self::Survey => "survey",
        }
    }
}

/// Says something of the program; words, a feeling or both.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct LeaveFeedback {
    pub kind: FeedbackKind,
    #[serde(default)]
    pub words: String,
    /// How it felt, from 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<u8>,
    /// The screen it is about, or the survey's question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

pub(crate) fn plan_leave(_: &Context<'_>, request: &LeaveFeedback) -> Result<Plan, Refusal> {
    let malformed = |field| Refusal::new(Code::Malformed).with("what", field).with("field", field);
    let words = request.words.trim();
    if words.is_empty() && request.feeling.is_none() {
        return Err(Refusal::new(Code::FeedbackEmpty).with("field", "words"));
    }
    if words.chars().count() > LONGEST {
        return Err(malformed("words"));
    }
    if request.feeling.is_some_and(|feeling| !(1..=5).contains(&feeling)) {
        return Err(malformed("feeling"));
    }
    if request.subject.as_ref().is_some_and(|subject| subject.chars().count() > LONGEST_SUBJECT) {
        return Err(malformed("subject"));
    }
    Ok(Plan::of(Step::KeepFeedback(Box::new(NewFeedback {
        kind: request.kind.word(),
        subject: request.subject.clone(),
        words: words.to_owned(),
        feeling: request.feeling,
    }))))
}

/// What was said, latest first: one's own; an owner sees everybody's.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListFeedback {
    /// The operation before which the page begins.
    pub after: Option<i64>,
    pub limit: Option<u32>,
}

/// Something somebody said.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct FeedbackRow {
    pub operation: i64,
    pub at: String,
    pub person: String,
    /// problem, wish, praise, survey
    pub kind: String,
    pub subject: Option<String>,
    pub words: String,
    pub feeling: Option<u8>,
}

/// A page of what was said.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct FeedbackPage {
    pub rows: Vec<FeedbackRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListFeedback) -> Result<FeedbackPage, Refusal> {
    let person = (context.actor.role != Role::Owner).then_some(context.actor.id);
    let limit = page_size(request.limit);
    let rows: Vec<_> = feedback::list(context.connection, person, request.after, limit)?
        .into_iter()
        .map(|row| FeedbackRow {
            operation: row.operation,
            at: row.at,
            person: row.person,
            kind: row.kind,
            subject: row.subject,
            words: row.words,
            feeling: row.feeling,
        })
        .collect();
    let is_full = rows.len() == limit as usize;
    let next = rows.last().filter(|_| is_full).map(|row| row.operation);
    Ok(FeedbackPage { rows, next })
}
