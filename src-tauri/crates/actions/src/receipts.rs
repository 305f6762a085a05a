//! Receipts: money received from a customer settles invoices; what is left over is an advance.

use chrono::{Datelike, NaiveDate};
use kontor_ledger::paper::{PaperId, PaperKind};
use kontor_ledger::posting::NamedAmount;
use kontor_ledger::sale::TaxedAmount;
use kontor_ledger::settlement::{OpenInvoice, SettlementRefusal, Share, settle};
use kontor_store::figures;
use kontor_store::papers::{self, Filter, NewPaper, Order};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named, order};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, PlannedPaper, Step};
use crate::sales::{Payment, SettlementView};
use crate::{entries, parties, sales};

/// A part of the money given to an invoice.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ShareRequest {
    pub sale: Uuid,
    pub amount: String,
}

/// Receives money from a customer. Without a choice the oldest invoices are settled first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ReceiveMoney {
    pub date: NaiveDate,
    pub customer: Uuid,
    /// The code of the cash, bank or wallet account.
    pub account: String,
    pub amount: String,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ShareRequest>>")]
    pub settle: Vec<ShareRequest>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub memo: String,
}

/// The rule of a receipt over invoices.
const RULE: &str = "S17";

pub(crate) fn plan_receipt(context: &Context<'_>, request: &ReceiveMoney) -> Result<Plan, Refusal> {
    let period = kontor_ledger::period::open_period(&context.facts.periods, request.date)?;
    let customer = parties::get(context, request.customer, "customer")?;
    let payment = Payment { account: request.account.clone(), amount: request.amount.clone() };
    let payments = sales::read_payments(context, std::slice::from_ref(&payment))?;
    let received = context.amount(&request.amount, "amount")?;
    let open: Vec<OpenInvoice> = papers::open_items(context.connection, customer.id)?
        .into_iter()
        .map(|row| OpenInvoice { paper: row.paper, open: row.open })
        .collect();
    let mut chosen = Vec::new();
    for share in &request.settle {
        let sale = papers::find(context.connection, PaperKind::Sale, share.sale)?
            .ok_or_else(|| Refusal::new(Code::UnknownSale).with("sale", share.sale))?;
        chosen.push(Share { paper: sale.id, amount: context.amount(&share.amount, "settle")? });
    }
    let settlement =
        settle(received, &open, &chosen).map_err(|refusal| refused(context, refusal))?;
    let account = payments.first().map(|(account, _)| *account);
    let amounts = [
        NamedAmount { account, ..NamedAmount::new("received", received) },
        NamedAmount::new("settled", settlement.settled),
        NamedAmount::new("advance", settlement.advance),
    ];
    let memo = memo(context, request, &customer.name);
    let entry =
        sales::entry_by_rule(context, RULE, request.date, &memo, &amounts, Some(customer.id))?;
    let paper = NewPaper {
        invoice: (None, None),
        kind: PaperKind::Receipt,
        date: request.date,
        tax_period: period.key,
        year: request.date.year(),
        party: Some((customer.id, customer.name, customer.tax_number)),
        due: None,
        total: TaxedAmount { net: received, gross: received, ..TaxedAmount::default() },
        owed: kontor_ledger::money::Amount::ZERO,
        memo,
        lines: Vec::new(),
        payments,
    };
    let planned = PlannedPaper { paper, entry, shares: settlement.shares };
    Ok(Plan::of(Step::IssuePaper(Box::new(planned))))
}

fn memo(context: &Context<'_>, request: &ReceiveMoney, customer: &str) -> String {
    match request.memo.trim() {
        "" => context.words().say("memo-receipt", &[("customer", customer.into())]),
        typed => typed.to_owned(),
    }
}

fn refused(context: &Context<'_>, refusal: SettlementRefusal) -> Refusal {
    let number = |paper: PaperId| {
        papers::get(context.connection, paper).map_or_else(|_| "?".to_owned(), |row| row.number)
    };
    match refusal {
        SettlementRefusal::NothingReceived => {
            Refusal::new(Code::NothingReceived).with("field", "amount")
        }
        SettlementRefusal::ShareNotPositive { paper } => {
            Refusal::new(Code::ShareNotPositive).with("number", number(paper))
        }
        SettlementRefusal::NotOpen { paper } => {
            Refusal::new(Code::InvoiceNotOpen).with("number", number(paper))
        }
        SettlementRefusal::ShareTooLarge { paper, open } => Refusal::new(Code::ShareTooLarge)
            .with("number", number(paper))
            .with("open", context.text(open)),
        SettlementRefusal::MoreThanReceived { shares } => {
            Refusal::new(Code::SharesMoreThanReceived).with("shares", context.text(shares))
        }
        SettlementRefusal::OutOfRange => Refusal::new(Code::AmountOutOfRange),
    }
}

/// Takes back a receipt: its invoices are open again, its entry is reversed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReverseReceipt {
    pub receipt: Uuid,
    pub date: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

pub(crate) fn plan_reversal(
    context: &Context<'_>,
    request: &ReverseReceipt,
) -> Result<Plan, Refusal> {
    let receipt = papers::find(context.connection, PaperKind::Receipt, request.receipt)?
        .ok_or_else(|| Refusal::new(Code::UnknownReceipt).with("receipt", request.receipt))?;
    if receipt.is_reversed {
        return Err(Refusal::new(Code::AlreadyReversed));
    }
    entries::plan_paper_reversal(context, &receipt, request.date, &request.reason, true)
}

/// Receipts in an order, latest recorded first unless another is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListReceipts {
    pub customer: Option<Uuid>,
    pub after: Option<i64>,
    /// recorded, date, number or gross; recorded when nothing is said.
    pub order: Option<String>,
    /// Whether the order goes down; it does when nothing is said.
    pub descending: Option<bool>,
    pub limit: Option<u32>,
}

/// A receipt in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReceiptRow {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub customer: Option<Named>,
    pub memo: String,
    pub amount: String,
    /// The code of the account it was paid into.
    pub account: String,
    pub settlements: Vec<SettlementView>,
    /// posted or reversed
    pub status: &'static str,
    /// The entry it made.
    pub entry: Option<Uuid>,
}

/// A page of receipts.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReceiptPage {
    pub rows: Vec<ReceiptRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListReceipts) -> Result<ReceiptPage, Refusal> {
    let filter = Filter {
        after: request.after,
        order: order(request.order.as_deref(), Order::from_word)?,
        is_descending: request.descending.unwrap_or(true),
        ..Filter::default()
    };
    let (papers, next) =
        sales::page(context, PaperKind::Receipt, request.customer, filter, request.limit)?;
    let mut rows = Vec::new();
    for paper in papers {
        let account = papers::payments(context.connection, paper.id)?
            .first()
            .map(|(account, _)| crate::plan::account_code(&context.facts.chart, *account));
        rows.push(ReceiptRow {
            uid: paper.uid,
            number: paper.number.clone(),
            date: paper.date,
            customer: sales::customer_of(&paper),
            memo: paper.memo.clone(),
            amount: context.text(paper.total.gross),
            account: account.unwrap_or_default(),
            settlements: sales::settlements(context, &paper)?,
            status: if paper.is_reversed { "reversed" } else { "posted" },
            entry: papers::entry_of(context.connection, paper.id)?.map(|(_, uid)| uid),
        });
    }
    Ok(ReceiptPage { rows, next })
}

/// A customer's open invoices, oldest due first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ListOpenInvoices {
    pub customer: Uuid,
}

/// An open invoice.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenInvoiceRow {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub due: NaiveDate,
    pub gross: String,
    pub open: String,
}

/// A customer's open invoices and what they have paid in advance.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenInvoiceList {
    pub rows: Vec<OpenInvoiceRow>,
    pub advance: String,
}

pub(crate) fn list_open(
    context: &Context<'_>,
    request: &ListOpenInvoices,
) -> Result<OpenInvoiceList, Refusal> {
    let customer = parties::get(context, request.customer, "customer")?;
    let mut rows = Vec::new();
    for item in papers::open_items(context.connection, customer.id)? {
        let paper = papers::get(context.connection, item.paper)?;
        rows.push(OpenInvoiceRow {
            uid: paper.uid,
            number: paper.number,
            date: paper.date,
            due: item.due,
            gross: context.text(paper.total.gross),
            open: context.text(item.open),
        });
    }
    let advance = match context.role_account("advance-from-customer") {
        Some(account) => {
            figures::party_balance(context.connection, account, customer.id)?.negated()?
        }
        None => kontor_ledger::money::Amount::ZERO,
    };
    Ok(OpenInvoiceList { rows, advance: context.text(advance) })
}
