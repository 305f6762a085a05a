//! Templates of entries: memos, accounts, parties and sides are kept, the amounts only where somebody wants them.

use kontor_ledger::account::Side;
use kontor_store::items;
use kontor_store::templates::{self, Template};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named};
use crate::errors::{Code, Refusal};
use crate::parties;
use crate::plan::{Plan, Step};

/// A line of a template.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct TemplateLine {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    pub account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Uuid>,
    /// debit or credit
    pub side: String,
    /// Where it is the same each time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
}

/// Keeps a template under a name, or changes the one that is named by its unique id.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SaveTemplate {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Uuid>,
    pub name: String,
    pub lines: Vec<TemplateLine>,
}

pub(crate) fn plan_save_template(
    context: &Context<'_>,
    request: &SaveTemplate,
) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let template = request.template.map(|uid| find(context, uid)).transpose()?;
    let same_name = templates::find_named(context.connection, name)?;
    if same_name.is_some_and(|other| template.as_ref().is_none_or(|own| own.id != other.id)) {
        return Err(Refusal::new(Code::NameTaken).with("name", name).with("field", "name"));
    }
    if request.lines.is_empty() {
        return Err(Refusal::new(Code::TooFewLines).with("lines", 0));
    }
    for (number, line) in (1_usize..).zip(&request.lines) {
        check(context, line).map_err(|refusal| refusal.with("line", number))?;
    }
    let content = serde_json::to_string(&request.lines).map_err(Refusal::bug)?;
    let template = template.map(|template| template.id);
    Ok(Plan::of(Step::SaveTemplate { template, name: name.to_owned(), content }))
}

fn check(context: &Context<'_>, line: &TemplateLine) -> Result<(), Refusal> {
    context.account(&line.account, "account")?;
    if Side::from_word(&line.side).is_none() {
        return Err(Refusal::new(Code::UnknownField).with("field", "side"));
    }
    if let Some(amount) = &line.amount {
        context.amount(amount, "amount")?;
    }
    line_names(context, line).map(drop)
}

/// The party and the item of a line.
fn line_names(
    context: &Context<'_>,
    line: &TemplateLine,
) -> Result<(Option<Named>, Option<Named>), Refusal> {
    let party = line.party.map(|uid| parties::get(context, uid, "party")).transpose()?;
    let item = match line.item {
        Some(uid) => Some(items::find(context.connection, uid)?.ok_or_else(|| {
            Refusal::new(Code::UnknownItem).with("item", uid).with("field", "item")
        })?),
        None => None,
    };
    Ok((
        party.map(|party| Named { uid: party.uid, name: party.name }),
        item.map(|item| Named { uid: item.uid, name: item.name }),
    ))
}

/// Removes a template.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RemoveTemplate {
    pub template: Uuid,
}

pub(crate) fn plan_remove_template(
    context: &Context<'_>,
    request: &RemoveTemplate,
) -> Result<Plan, Refusal> {
    Ok(Plan::of(Step::DropTemplate { id: find(context, request.template)?.id }))
}

fn find(context: &Context<'_>, uid: Uuid) -> Result<Template, Refusal> {
    templates::find(context.connection, uid)?
        .ok_or_else(|| Refusal::new(Code::UnknownTemplate).with("template", uid))
}

/// All templates of the book.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListTemplates {}

/// A line of a template, with the names behind its ids.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateLineView {
    pub memo: Option<String>,
    pub account: String,
    pub party: Option<Named>,
    pub item: Option<Named>,
    /// debit or credit
    pub side: String,
    pub amount: Option<String>,
}

/// A template.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateView {
    pub uid: Uuid,
    pub name: String,
    pub lines: Vec<TemplateLineView>,
}

/// All templates.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateList {
    pub rows: Vec<TemplateView>,
}

pub(crate) fn list_templates(
    context: &Context<'_>,
    _: &ListTemplates,
) -> Result<TemplateList, Refusal> {
    let mut rows = Vec::new();
    for template in templates::list(context.connection)? {
        let lines: Vec<TemplateLine> =
            serde_json::from_str(&template.content).map_err(Refusal::bug)?;
        let lines = lines
            .into_iter()
            .map(|line| {
                let (party, item) = line_names(context, &line)?;
                Ok(TemplateLineView {
                    memo: line.memo,
                    account: line.account,
                    party,
                    item,
                    side: line.side,
                    amount: line.amount,
                })
            })
            .collect::<Result<_, Refusal>>()?;
        rows.push(TemplateView { uid: template.uid, name: template.name, lines });
    }
    Ok(TemplateList { rows })
}
