//! Disposing of an asset: it leaves the cards, and the entry that takes it out of the books is kept as a draft.

use chrono::NaiveDate;
use kontor_ledger::account::{Account, AccountId, Activity};
use kontor_ledger::depreciation::{AssetClass, Standing};
use kontor_ledger::money::Amount;
use kontor_ledger::period::open_period;
use kontor_reports::words::Arg;
use kontor_store::assets::{AssetRow, What};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::find_present;
use crate::context::Context;
use crate::entries::{self, LineRequest, RecordEntry};
use crate::errors::ledger::from_asset;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step, account_code};

/// Disposes of an asset (posting rule F04). The month it goes is charged as the standard says; run the depreciation of
/// that month as usual.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct DisposeAsset {
    pub asset: Uuid,
    pub date: NaiveDate,
    /// sale or scrapping; a sale when nothing is said
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it fetched, without tax; nothing when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proceeds: Option<String>,
    /// The tax on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    /// The account the money comes into, or who owes it; the bank's when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Who owes it, where the account is kept by party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
}

pub(crate) fn plan_dispose(context: &Context<'_>, request: &DisposeAsset) -> Result<Plan, Refusal> {
    let (row, asset) = find_present(context, request.asset)?;
    open_period(&context.facts.periods, request.date)?;
    let mut gone = asset.clone();
    gone.disposed = Some(request.date);
    gone.check().map_err(|refusal| from_asset(refusal, context.currency()))?;
    let amount = |text: &Option<String>, field| match filled(text.as_ref()) {
        Some(text) => {
            let amount = context.amount(&text, field)?;
            if amount.is_negative() {
                return Err(Refusal::new(Code::PriceNegative).with("field", field));
            }
            Ok(amount)
        }
        None => Ok(Amount::ZERO),
    };
    let (proceeds, tax) = (amount(&request.proceeds, "proceeds")?, amount(&request.tax, "tax")?);
    let is_sale = match request.kind.as_deref() {
        None | Some("sale") => true,
        Some("scrapping") => false,
        Some(other) => {
            return Err(Refusal::new(Code::UnknownWord)
                .with("text", other)
                .with("known", "sale, scrapping")
                .with("field", "kind"));
        }
    };
    let leaving = asset.leaving(request.date)?;
    let received = Received { proceeds, tax, account: received_on(context, request)? };
    let lines = lines(context, &row, leaving, &received, request.party, is_sale)?;
    let said = filled(request.memo.as_ref());
    let memo = said.unwrap_or_else(|| {
        let key = if is_sale { "memo-asset-sold" } else { "memo-asset-scrapped" };
        let (code, name) = (Arg::from(&row.card.code), Arg::from(&row.card.name));
        context.words().say(key, &[("code", code), ("name", name)])
    });
    let (day, what) = (request.date, Box::new(What::Disposed(proceeds)));
    let mut plan = Plan::of(Step::KeepAssetEvent { id: row.id, day, what });
    let entry = RecordEntry {
        date: request.date,
        word: None,
        memo,
        kind: None,
        lines,
        post: false,
        complete: true,
        submit: false,
        origin: None,
        reverses: None,
    };
    plan.steps.extend(entries::plan_record(context, &entry)?.steps);
    Ok(plan)
}

/// What came in for an asset, and where.
struct Received<'a> {
    proceeds: Amount,
    tax: Amount,
    account: &'a Account,
}

fn received_on<'a>(
    context: &'a Context<'_>,
    request: &DisposeAsset,
) -> Result<&'a Account, Refusal> {
    match filled(request.account.as_ref()) {
        Some(code) => context.account(&code, "account"),
        None => {
            let bank = role(context, "bank")?;
            context.facts.chart.get(bank).ok_or_else(|| Refusal::bug("no account of the bank"))
        }
    }
}

fn role(context: &Context<'_>, role: &'static str) -> Result<AccountId, Refusal> {
    context.role_account(role).ok_or_else(|| Refusal::new(Code::RoleMissing).with("role", role))
}

/// The lines of the entry: in Chinese books by way of 固定资产清理, elsewhere and for intangibles straight.
fn lines(
    context: &Context<'_>,
    row: &AssetRow,
    leaving: Standing,
    received: &Received<'_>,
    party: Option<Uuid>,
    is_sale: bool,
) -> Result<Vec<LineRequest>, Refusal> {
    let chart = &context.facts.chart;
    let book = leaving.book_value()?;
    let result = received.proceeds.minus(book)?;
    let disposal = context.role_account("asset-disposal");
    let through = disposal.filter(|_| row.card.class == AssetClass::Tangible);
    let mut lines = Vec::new();
    let mut add = |account: AccountId, debit: Amount, credit: Amount| {
        let side = |amount: Amount| (!amount.is_zero()).then(|| context.text(amount));
        if debit.is_zero() && credit.is_zero() {
            return;
        }
        // What an asset was and what it fetched belong to investing, whatever the account is otherwise.
        lines.push(LineRequest {
            account: account_code(chart, account),
            debit: side(debit),
            credit: side(credit),
            activity: Some(Activity::Investing.code().to_owned()),
            ..LineRequest::default()
        });
    };
    let none = Amount::ZERO;
    if let Some(through) = through {
        add(through, book, none);
    }
    add(row.card.accumulated_account, leaving.accumulated, none);
    add(row.card.cost_account, none, leaving.cost);
    if let Some(through) = through {
        add(through, none, received.proceeds);
    }
    if !received.tax.is_zero() {
        add(role(context, "output-tax")?, none, received.tax);
    }
    let word = if is_sale {
        ["disposal-gain", "disposal-loss"]
    } else {
        ["scrapping-gain", "scrapping-loss"]
    };
    let [gain, loss] = word;
    if result.is_negative() {
        let lost = result.negated()?;
        add(role(context, loss)?, lost, none);
        if let Some(through) = through {
            add(through, none, lost);
        }
    } else {
        if let Some(through) = through {
            add(through, result, none);
        }
        if !result.is_zero() {
            add(role(context, gain)?, none, result);
        }
    }
    let gross = received.proceeds.plus(received.tax)?;
    if !gross.is_zero() {
        let cost = chart.get(row.card.cost_account);
        let is_cash = received.account.is_cash;
        let item = cost.and_then(|account| account.cash_in_item.clone()).filter(|_| is_cash);
        lines.push(LineRequest {
            account: received.account.code.clone(),
            party,
            debit: Some(context.text(gross)),
            cash_flow_item: item,
            activity: (!is_cash).then(|| Activity::Investing.code().to_owned()),
            ..LineRequest::default()
        });
    }
    Ok(lines)
}
