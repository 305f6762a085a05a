//! Transfers a company defined 自动转账: kept, listed, removed. What they propose is in `generated/transfers.rs`.

use kontor_ledger::account::Side;
use kontor_ledger::period::PeriodKey;
use kontor_ledger::transfer::{Formula, Share};
use kontor_store::transfers::{self, TransferRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named};
use crate::errors::{Code, Refusal};
use crate::parties;
use crate::plan::{Plan, Step};

/// A line of a transfer.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct TransferLineRequest {
    #[ts(as = "String")]
    pub account: String,
    /// debit or credit
    #[ts(as = "String")]
    pub side: String,
    /// amount (the same each time), spread (a total over a number of periods), balance, debit or credit (a share of an
    /// account's balance or of its turnover in the period), rest (what makes the entry balance)
    #[ts(as = "String")]
    pub what: String,
    /// Of amount and spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// Over how many periods, of spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<u32>,
    /// The account, with those below it, whose balance or turnover it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Per cent, or a fraction like 1/12; the whole when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_flow_item: Option<String>,
}

/// When a transfer is due, and its lines.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct TransferContent {
    /// The first period it is due in.
    pub first: String,
    /// The last one; without end when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// month, quarter or year, counted from the first period
    pub every: String,
    /// Whether it is taken back on the first day of the next period (posting-rules.md R06).
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub reverses: bool,
    pub lines: Vec<TransferLineRequest>,
}

/// Keeps a transfer under a name, which is its memo; or changes the one named by its unique id.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SaveTransfer {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Uuid>,
    pub name: String,
    pub content: TransferContent,
}

pub(crate) fn plan_save(context: &Context<'_>, request: &SaveTransfer) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let all = transfers::list(context.connection)?;
    let own = request.transfer.map(|uid| find(context, uid)).transpose()?;
    let is_other = |other: &TransferRow| own.as_ref().is_none_or(|own| own.id != other.id);
    if all.iter().any(|other| other.name == name && is_other(other)) {
        return Err(Refusal::new(Code::NameTaken).with("name", name).with("field", "name"));
    }
    check(context, &request.content)?;
    let content = serde_json::to_string(&request.content).map_err(Refusal::bug)?;
    let transfer = own.map(Box::new);
    Ok(Plan::of(Step::SaveTransfer { transfer, name: name.to_owned(), content }))
}

fn check(context: &Context<'_>, content: &TransferContent) -> Result<(), Refusal> {
    let first = context.period(&content.first).map_err(|refusal| refusal.with("field", "first"))?;
    if let Some(last) = &content.last {
        // It may lie in a year whose periods are not there yet.
        let last = PeriodKey::parse(last).filter(|last| *last >= first.key);
        last.ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "last"))?;
    }
    if !matches!(content.every.as_str(), "month" | "quarter" | "year") {
        return Err(Refusal::new(Code::UnknownField).with("field", "every"));
    }
    if content.lines.len() < 2 {
        return Err(Refusal::new(Code::TooFewLines).with("lines", content.lines.len()));
    }
    let mut rests = 0;
    for (number, line) in (1_usize..).zip(&content.lines) {
        check_line(context, line).map_err(|refusal| refusal.with("line", number))?;
        rests += usize::from(line.what == "rest");
    }
    // One line balances the others, so that no share leaves an entry that does not.
    if rests != 1 {
        return Err(Refusal::new(Code::TransferUnbalanced).with("field", "what"));
    }
    Ok(())
}

fn check_line(context: &Context<'_>, line: &TransferLineRequest) -> Result<(), Refusal> {
    let account = context.account(&line.account, "account")?;
    if account.needs_party && line.party.is_none() {
        return Err(Refusal::new(Code::PartyMissing)
            .with("account", &account.code)
            .with("field", "party"));
    }
    if let Some(uid) = line.party {
        parties::get(context, uid, "party")?;
    }
    if Side::from_word(&line.side).is_none() {
        return Err(Refusal::new(Code::UnknownField).with("field", "side"));
    }
    formula(context, line, 1, &|_, _| Ok(kontor_ledger::money::Amount::ZERO)).map(drop)
}

/// A figure of the books: of an account with those below it, its balance or one side of its turnover.
type Figure<'a> = dyn Fn(&str, &str) -> Result<kontor_ledger::money::Amount, Refusal> + 'a;

/// The formula of a line in the n-th of its periods.
pub(crate) fn formula(
    context: &Context<'_>,
    line: &TransferLineRequest,
    part: u32,
    figure: &Figure<'_>,
) -> Result<Formula, Refusal> {
    let missing = |field| Refusal::new(Code::UnknownField).with("field", field);
    let amount = || context.amount(line.amount.as_deref().unwrap_or_default(), "amount");
    match line.what.as_str() {
        "rest" => Ok(Formula::Rest),
        "amount" => Ok(Formula::Fixed(amount()?)),
        "spread" => {
            let parts = line.parts.filter(|parts| (1..=600).contains(parts));
            let parts = parts.ok_or_else(|| missing("parts"))?;
            Ok(Formula::Spread { total: amount()?, parts, part })
        }
        what @ ("balance" | "debit" | "credit") => {
            let of = line.of.as_deref().unwrap_or_default();
            context.account(of, "of")?;
            let share = match line.share.as_deref().map(str::trim) {
                None | Some("") => Share::WHOLE,
                Some(text) => Share::parse(text).ok_or_else(|| {
                    Refusal::new(Code::ShareMalformed).with("text", text).with("field", "share")
                })?,
            };
            Ok(Formula::Share { of: figure(of.trim(), what)?, share })
        }
        _ => Err(missing("what")),
    }
}

/// Removes a transfer; what it posted stays.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RemoveTransfer {
    pub transfer: Uuid,
}

pub(crate) fn plan_remove(
    context: &Context<'_>,
    request: &RemoveTransfer,
) -> Result<Plan, Refusal> {
    Ok(Plan::of(Step::DropTransfer { id: find(context, request.transfer)?.id }))
}

fn find(context: &Context<'_>, uid: Uuid) -> Result<TransferRow, Refusal> {
    let all = transfers::list(context.connection)?;
    all.into_iter()
        .find(|row| row.uid == uid)
        .ok_or_else(|| Refusal::new(Code::UnknownTransfer).with("transfer", uid))
}

/// All transfers of the book.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListTransfers {}

/// A transfer.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TransferView {
    pub uid: Uuid,
    pub name: String,
    pub version: u32,
    pub content: TransferContent,
    /// The parties its lines name.
    pub parties: Vec<Named>,
}

/// All transfers.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TransferList {
    pub rows: Vec<TransferView>,
}

pub(crate) fn list(context: &Context<'_>, _: &ListTransfers) -> Result<TransferList, Refusal> {
    let mut rows = Vec::new();
    for row in transfers::list(context.connection)? {
        let content = content_of(&row)?;
        let mut named = Vec::new();
        for uid in content.lines.iter().filter_map(|line| line.party) {
            let party = parties::get(context, uid, "party")?;
            named.push(Named { uid: party.uid, name: party.name });
        }
        let TransferRow { uid, name, version, .. } = row;
        rows.push(TransferView { uid, name, version, content, parties: named });
    }
    Ok(TransferList { rows })
}

/// What a transfer holds.
pub(crate) fn content_of(row: &TransferRow) -> Result<TransferContent, Refusal> {
    serde_json::from_str(&row.content).map_err(Refusal::bug)
}
