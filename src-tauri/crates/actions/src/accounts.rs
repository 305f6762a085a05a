//! Accounts: the chart with its balances, and accounts the company adds below or beside it.

use kontor_ledger::account::{Account, AccountId, KeptCurrency, check_code, check_extension};
use kontor_store::accounts::{self, AccountChange, AccountRow as Stored};
use kontor_store::figures;
use kontor_store::search::initials;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::exchange_rates::foreign_currency;
use crate::plan::{Plan, Step};

/// Adds an account below one of the chart; it takes after its parent in everything but code and name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct AddAccount {
    pub code: String,
    pub parent: String,
    pub name_zh: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// none, all, or the code of the one currency its lines are in; its parent's when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

pub(crate) fn plan_add(context: &Context<'_>, request: &AddAccount) -> Result<Plan, Refusal> {
    let code = request.code.trim();
    check_code(code, Some(&request.parent))?;
    if context.facts.chart.find(code).is_some() {
        return Err(Refusal::new(Code::CodeTaken).with("code", code).with("field", "code"));
    }
    let name = request.name_zh.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name_zh"));
    }
    let all = accounts::list(context.connection)?;
    if context.facts.standard.is_chinese() {
        let beside = all.iter().filter(|row| row.parent.as_ref() == Some(&request.parent));
        check_extension(code, &request.parent, beside.map(|row| row.account.code.as_str()))?;
    }
    let parent =
        all.into_iter().find(|row| row.account.code == request.parent).ok_or_else(|| {
            Refusal::new(Code::UnknownAccount)
                .with("account", &request.parent)
                .with("field", "parent")
        })?;
    let mut account = parent.account.clone();
    account.id = AccountId(0);
    account.code = code.to_owned();
    account.is_active = true;
    if let Some(word) = &request.currency {
        account.currency = kept_currency(context, word)?;
    }
    let english = request.name_en.as_deref().map(str::trim).filter(|name| !name.is_empty());
    Ok(Plan::of(Step::AddAccount(Box::new(Stored {
        account,
        parent: Some(request.parent.clone()),
        level: parent.level + 1,
        name_zh: name.to_owned(),
        name_en: english.unwrap_or(name).to_owned(),
        ..parent
    }))))
}

/// Gives an account other names, takes it out of use, or back into it. Its code and what is posted on it stay.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ChangeAccount {
    pub account: String,
    pub name_zh: String,
    pub name_en: String,
    pub is_active: bool,
    /// none, all, or the code of the one currency its lines are in; as it was when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Whether what stands on it in another currency is revalued; as it was when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_monetary: Option<bool>,
}

/// The currencies an account keeps, of a word; never the book's own alone.
fn kept_currency(context: &Context<'_>, word: &str) -> Result<KeptCurrency, Refusal> {
    match word.trim() {
        word @ ("none" | "all") => Ok(KeptCurrency::from_word(word).unwrap_or_default()),
        code => foreign_currency(context.currency(), code).map(KeptCurrency::Only),
    }
}

/// What an account is to keep; refused where a posted line could not stand on it then.
fn changed_currency(
    context: &Context<'_>,
    account: &Account,
    word: Option<&String>,
) -> Result<KeptCurrency, Refusal> {
    let Some(word) = word else { return Ok(account.currency) };
    let kept = kept_currency(context, word)?;
    if kept != account.currency
        && accounts::has_other_currency(context.connection, account.id, kept)?
    {
        return Err(Refusal::new(Code::CurrencyInUse)
            .with("account", &account.code)
            .with("currency", kept.word())
            .with("field", "currency"));
    }
    Ok(kept)
}

pub(crate) fn plan_change(context: &Context<'_>, request: &ChangeAccount) -> Result<Plan, Refusal> {
    let account = context.account(&request.account, "account")?;
    let filled = |name: &str, field| match name.trim() {
        "" => Err(Refusal::new(Code::NameMissing).with("field", field)),
        name => Ok(name.to_owned()),
    };
    let (name_zh, name_en) =
        (filled(&request.name_zh, "name_zh")?, filled(&request.name_en, "name_en")?);
    if account.is_active && !request.is_active {
        let balance = figures::balance(context.connection, account.id)?;
        if !balance.is_zero() {
            return Err(Refusal::new(Code::AccountHasBalance)
                .with("account", &account.code)
                .with("balance", context.text(balance)));
        }
        let children = accounts::list(context.connection)?;
        let below = children.iter().find(|row| {
            row.account.is_active && row.parent.as_deref() == Some(account.code.as_str())
        });
        if let Some(below) = below {
            return Err(Refusal::new(Code::AccountHasChildren)
                .with("account", &account.code)
                .with("below", &below.account.code));
        }
        // What the program posts on must take lines, or a sale is refused at the counter.
        let vat_kind = &context.facts.company.vat_kind;
        if let Some(rule) = context.facts.standard.use_of(&account.code, vat_kind) {
            return Err(Refusal::new(Code::AccountInRule)
                .with("account", &account.code)
                .with("rule", rule));
        }
    }
    let change = AccountChange {
        name_zh,
        name_en,
        is_active: request.is_active,
        currency: changed_currency(context, account, request.currency.as_ref())?,
        is_monetary: request.is_monetary.unwrap_or(account.is_monetary),
    };
    Ok(Plan::of(Step::ChangeAccount { id: account.id, change }))
}

/// Removes an account that was never used: no line, paper, card, draft or template names it, none stands below it, and no
/// posting rule needs it. What was used can only be taken out of use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RemoveAccount {
    pub account: String,
}

pub(crate) fn plan_remove(context: &Context<'_>, request: &RemoveAccount) -> Result<Plan, Refusal> {
    let account = context.account(&request.account, "account")?;
    let all = accounts::list(context.connection)?;
    let has_below = all.iter().any(|row| row.parent.as_ref() == Some(&account.code));
    if has_below || accounts::is_used(context.connection, account)? {
        return Err(Refusal::new(Code::AccountUsed).with("account", &account.code));
    }
    let vat_kind = &context.facts.company.vat_kind;
    if let Some(rule) = context.facts.standard.use_of(&account.code, vat_kind) {
        return Err(Refusal::new(Code::AccountInRule)
            .with("account", &account.code)
            .with("rule", rule));
    }
    Ok(Plan::of(Step::DropAccount { id: account.id }))
}

/// All accounts with their balances today.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListAccounts {}

/// An account.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AccountRow {
    pub code: String,
    pub parent: Option<String>,
    pub level: i64,
    pub name_zh: String,
    pub name_en: String,
    /// The pinyin initials of the Chinese name, letter by letter: `y xh` for 银行.
    pub initials: String,
    pub class: &'static str,
    pub normal_balance: &'static str,
    pub is_cash: bool,
    pub is_active: bool,
    pub needs_party: bool,
    /// Whether its lines name an item and how much of it.
    pub keeps_quantity: bool,
    /// The kinds of parties its lines are told apart by; none when it takes no party.
    pub party_kinds: Vec<&'static str>,
    /// The currencies its lines may be in beside the book's: none, all, or the code of one.
    pub currency: String,
    /// Whether what stands on it in another currency is revalued.
    pub is_monetary: bool,
    /// Debit minus credit of all that is posted on this account itself.
    pub balance: String,
}

/// The chart.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AccountList {
    pub rows: Vec<AccountRow>,
}

pub(crate) fn list(context: &Context<'_>, _: &ListAccounts) -> Result<AccountList, Refusal> {
    let last = context.facts.periods.last().map_or(context.now.today, |period| period.last_day);
    let balances = figures::balances(context.connection, last)?;
    let rows = accounts::list(context.connection)?
        .into_iter()
        .map(|row| {
            let balance = balances.get(&row.account.id).copied().unwrap_or_default();
            AccountRow {
                code: row.account.code,
                parent: row.parent,
                level: row.level,
                initials: initials(&row.name_zh),
                name_zh: row.name_zh,
                name_en: row.name_en,
                class: row.account.class.word(),
                normal_balance: row.account.normal_side.word(),
                is_cash: row.account.is_cash,
                is_active: row.account.is_active,
                needs_party: row.account.needs_party,
                keeps_quantity: row.keeps_quantity,
                party_kinds: party_kinds(&row.auxiliary),
                currency: row.account.currency.word().to_owned(),
                is_monetary: row.account.is_monetary,
                balance: context.text(balance),
            }
        })
        .collect();
    Ok(AccountList { rows })
}

/// The kinds of parties among what the chart tells an account's lines apart by.
fn party_kinds(auxiliary: &str) -> Vec<&'static str> {
    ["customer", "supplier", "employee"]
        .into_iter()
        .filter(|kind| auxiliary.split([' ', '/']).any(|word| word == *kind))
        .collect()
}

/// The accounts money can be paid into, without their balances: everybody who sells needs them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListCashAccounts {}

/// An account money can be paid into.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashAccount {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
}

/// The accounts money can be paid into.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashAccountList {
    pub rows: Vec<CashAccount>,
}

pub(crate) fn list_cash(
    context: &Context<'_>,
    _: &ListCashAccounts,
) -> Result<CashAccountList, Refusal> {
    let rows = accounts::list(context.connection)?
        .into_iter()
        .filter(|row| row.account.is_cash && row.account.is_active)
        .map(|row| CashAccount {
            code: row.account.code,
            name_zh: row.name_zh,
            name_en: row.name_en,
        })
        .collect();
    Ok(CashAccountList { rows })
}
