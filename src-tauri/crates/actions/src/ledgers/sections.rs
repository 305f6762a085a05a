//! The parts of a book: one for each account asked for, or for each party on it. Parts nothing ever moved are left out.

use kontor_ledger::account::AccountId;
use kontor_reports::Bilingual;
use kontor_store::accounts::{self, AccountRow};
use kontor_store::books::{self, Part};
use kontor_store::parties;

use super::GetLedger;
use crate::context::Context;
use crate::errors::{Code, Refusal};

/// A part of a book.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) part: Part,
    /// What stands over it.
    pub(super) label: Bilingual,
}

/// The parts a request asks for, and the accounts they are of.
pub(super) fn of(
    context: &Context<'_>,
    request: &GetLedger,
) -> Result<(Vec<AccountRow>, Vec<Section>), Refusal> {
    let rows = asked(context, request)?;
    let party = match request.party.as_deref() {
        None => None,
        Some(code) => Some(
            parties::find_by_code(context.connection, code.trim())?
                .ok_or_else(|| {
                    Refusal::new(Code::UnknownParty).with("party", code).with("field", "party")
                })
                .and_then(|id| Ok(parties::get(context.connection, id)?))?,
        ),
    };
    let mut sections = Vec::new();
    for row in &rows {
        let account = row.account.id;
        if let Some(party) = &party {
            let part = Part { account, party: Some(party.id) };
            sections.push(Section { part, label: party_label(row, &party.code, &party.name) });
        } else if request.name == "party-ledger" {
            for party in books::parties(context.connection, account)? {
                let part = Part { account, party: Some(party.id) };
                sections.push(Section { part, label: party_label(row, &party.code, &party.name) });
            }
        } else {
            sections.push(Section { part: Part { account, party: None }, label: label(row) });
        }
    }
    Ok((rows, sections))
}

pub(super) fn label(row: &AccountRow) -> Bilingual {
    let code = &row.account.code;
    Bilingual::new(format!("{code} {}", row.name_zh), format!("{code} {}", row.name_en))
}

fn party_label(row: &AccountRow, code: &str, name: &str) -> Bilingual {
    let account = label(row);
    Bilingual::new(
        format!("{} · {code} {name}", account.zh),
        format!("{} · {code} {name}", account.en),
    )
}

/// The accounts a request names; of a journal all cash accounts, of a party ledger all that are kept by party, when it
/// names none.
pub(super) fn asked(
    context: &Context<'_>,
    request: &GetLedger,
) -> Result<Vec<AccountRow>, Refusal> {
    let all = accounts::list(context.connection)?;
    let is_journal = request.name == "journal";
    let by_party = request.name.starts_with("party-");
    let Some(first) = request.account.as_deref() else {
        let fits = |row: &AccountRow| match (is_journal, by_party) {
            (true, _) => row.account.is_cash,
            (_, true) => row.account.needs_party,
            _ => true,
        };
        return Ok(all.into_iter().filter(fits).collect());
    };
    let first = context.account(first, "account")?.clone();
    let last = match request.account_to.as_deref() {
        Some(code) => context.account(code, "account_to")?.clone(),
        None => first.clone(),
    };
    let is_asked = |row: &AccountRow| {
        let code = row.account.code.as_str();
        (first.code.as_str() <= code && code <= last.code.as_str())
            || stands_under(&all, row, first.id)
            || stands_under(&all, row, last.id)
    };
    let rows: Vec<AccountRow> = all.iter().filter(|row| is_asked(row)).cloned().collect();
    if is_journal && let Some(other) = rows.iter().find(|row| !row.account.is_cash) {
        return Err(Refusal::new(Code::NotCash)
            .with("account", &other.account.code)
            .with("field", "account"));
    }
    Ok(rows)
}

/// Whether an account stands under another one, at whatever depth.
pub(super) fn stands_under(all: &[AccountRow], row: &AccountRow, above: AccountId) -> bool {
    let mut current = Some(row);
    // A chart is at most nine deep, so a circle in its codes ends too.
    for _ in 0..9 {
        let Some(parent) = current.and_then(|row| row.parent.as_deref()) else { return false };
        current = all.iter().find(|row| row.account.code == parent);
        if current.is_some_and(|row| row.account.id == above) {
            return true;
        }
    }
    false
}
