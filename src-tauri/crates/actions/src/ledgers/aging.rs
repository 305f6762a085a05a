//! Aging of receivables 账龄分析表 as of any day, rebuilt from invoices and allocations up to it: by party and class of age,
//! what no invoice stands behind, and advances received in a column of their own. The sum equals the control account.

use std::collections::BTreeMap;

use kontor_ledger::aging::Bucket;
use kontor_ledger::money::Amount;
use kontor_reports::{Bilingual, Check, ColumnKind, Content, RowKind, TableColumn};
use kontor_store::books::{self, Part, PartyOn};
use kontor_store::figures;

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, unless_zero, word};
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::Span;

/// The columns after the classes: without an invoice, the sum, advances.
const CLASSES: usize = Bucket::ALL.len();

/// What a party owes: by class, without an invoice, altogether, and what it has paid in advance.
#[derive(Clone, Debug, Default)]
struct Owed {
    classes: [Amount; CLASSES],
    without_invoice: Amount,
    sum: Amount,
    advance: Amount,
}

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
) -> Result<Page, Refusal> {
    let by_paper = match request.by.as_deref() {
        None | Some("due") => false,
        Some("paper") => true,
        Some(other) => {
            return Err(Refusal::new(Code::UnknownWord).with("text", other).with("field", "by"));
        }
    };
    let at = span.to;
    let connection = context.connection;
    let no_account = || Refusal::bug("no account for receivables");
    let control = context.role_account("receivable").ok_or_else(no_account)?;
    let advances = context.role_account("advance-from-customer");
    let mut parties: BTreeMap<String, (PartyOn, Owed)> = BTreeMap::new();
    for open in books::open_on(connection, at)? {
        let from = if by_paper { open.date } else { open.due };
        let place = Bucket::ALL.iter().position(|one| *one == Bucket::of(from, at)).unwrap_or(0);
        let owed = parties
            .entry(open.party.code.clone())
            .or_insert_with(|| (open.party.clone(), Owed::default()));
        if let Some(class) = owed.1.classes.get_mut(place) {
            *class = class.plus(open.open)?;
        }
    }
    let days = (at, at);
    let closing = |account, party: &PartyOn| -> Result<Amount, Refusal> {
        let part = Part { account, party: Some(party.id) };
        let (opening, turnover) = books::moved(connection, part, days)?;
        Ok(opening.plus(turnover.net_debit()?)?)
    };
    for party in books::parties(connection, control)? {
        let owed =
            parties.entry(party.code.clone()).or_insert_with(|| (party.clone(), Owed::default()));
        owed.1.sum = closing(control, &party)?;
    }
    if let Some(account) = advances {
        for party in books::parties(connection, account)? {
            let owed = parties
                .entry(party.code.clone())
                .or_insert_with(|| (party.clone(), Owed::default()));
            owed.1.advance = closing(account, &party)?.negated()?;
        }
    }
    let mut total = Owed::default();
    let mut rows = Vec::new();
    let code = crate::plan::account_code(&context.facts.chart, control);
    for (_, (party, mut owed)) in parties {
        owed.without_invoice = owed.sum.minus(Amount::sum(owed.classes)?)?;
        if owed.all().all(|amount| amount.is_zero()) {
            continue;
        }
        total = total.plus(&owed)?;
        let mut contents = vec![Content::Text(party.code.clone()), Content::Text(party.name)];
        contents.extend(owed.all().map(unless_zero));
        let opens = LedgerPlace::Party(code.clone(), party.code);
        rows.push(BookRow::new(RowKind::Item, contents).opening(opens));
    }
    let mut contents = vec![Content::Empty, word("report-total")];
    contents.extend(total.all().map(Content::Amount));
    rows.push(BookRow::new(RowKind::GrandTotal, contents));
    let balance = figures::balances(connection, at)?.get(&control).copied().unwrap_or_default();
    let check = Check {
        name: "aging-equals-account".to_owned(),
        column: None,
        holds: total.sum == balance,
        left: total.sum,
        right: balance,
    };
    Ok(Page { columns: columns(by_paper), label: 1, rows, next: None, checks: vec![check] })
}

impl Owed {
    fn all(&self) -> impl Iterator<Item = Amount> + use<> {
        let rest = [self.without_invoice, self.sum, self.advance];
        self.classes.into_iter().chain(rest)
    }

    fn plus(&self, other: &Self) -> Result<Self, Refusal> {
        let mut sum = Self {
            classes: self.classes,
            without_invoice: self.without_invoice.plus(other.without_invoice)?,
            sum: self.sum.plus(other.sum)?,
            advance: self.advance.plus(other.advance)?,
        };
        for (class, more) in sum.classes.iter_mut().zip(other.classes) {
            *class = class.plus(more)?;
        }
        Ok(sum)
    }
}

fn columns(by_paper: bool) -> Vec<TableColumn> {
    let mut columns = vec![
        column("ledger-party-code", ColumnKind::Code),
        column("ledger-party", ColumnKind::Label),
    ];
    columns.extend(Bucket::ALL.iter().map(|bucket| {
        // Counted from the paper nothing is due or not due; the first class holds the papers of the day.
        match bucket {
            Bucket::NotDue if by_paper => column("ledger-age-today", ColumnKind::Amount),
            _ => TableColumn {
                label: Bilingual::word(&format!("ledger-age-{}", bucket.word())),
                ..column("ledger-age-older", ColumnKind::Amount)
            },
        }
    }));
    let amount = |key| column(key, ColumnKind::Amount);
    columns.extend([
        amount("ledger-without-invoice"),
        amount("ledger-owed"),
        amount("ledger-advance"),
    ]);
    columns
}
