//! Importing accounts, parties and items. What the book has already is checked, not doubled.

use std::collections::BTreeMap;

use kontor_exchange::text::SourceFile;
use kontor_exchange::{
    AccountClass, AccountRow, Activity, ItemKind, ItemRow, PartyKind, PartyRow, Side, Word,
};
use kontor_ledger::account::{
    self as rules, Account, AccountId, Activity as LedgerActivity, Class, KeptCurrency, check_code,
};
use kontor_ledger::party::PartyKinds;
use kontor_store::accounts::{self, AccountRow as Stored};
use kontor_store::items::{self, NewItem};
use kontor_store::parties::{self, NewParty};

use super::{Import, ImportRefused, each_row};
use crate::charts;
use crate::errors::{Code, Refusal};

pub(super) fn accounts(
    import: &mut Import<'_, '_>,
    source: SourceFile,
) -> Result<u64, ImportRefused> {
    let mut known: BTreeMap<String, Stored> = accounts::list(import.writing.connection())?
        .into_iter()
        .map(|row| (row.account.code.clone(), row))
        .collect();
    each_row(import, source, |import, number, row: AccountRow| {
        let stored = to_stored(&row, &known);
        if let Some(there) = known.get(&row.code) {
            let same = there.account.class == stored.account.class
                && there.account.normal_side == stored.account.normal_side;
            if !same {
                let refusal = Refusal::new(Code::CodeTaken).with("code", &row.code);
                import.fault(number, Some("code"), refusal);
            }
            return Ok(());
        }
        if let Err(refusal) = check_code(&row.code, stored.parent.as_deref()) {
            import.fault(number, Some("code"), refusal.into());
        } else if stored.parent.as_ref().is_some_and(|parent| !known.contains_key(parent)) {
            let refusal = Refusal::new(Code::UnknownAccount)
                .with("account", row.parent.as_deref().unwrap_or_default());
            import.fault(number, Some("parent"), refusal);
        } else {
            if import.is_clean() {
                accounts::insert(import.writing, &stored)?;
            }
            known.insert(row.code.clone(), stored);
        }
        Ok(())
    })
}

/// An account as the book keeps it. What the file does not say it takes after its parent.
fn to_stored(row: &AccountRow, known: &BTreeMap<String, Stored>) -> Stored {
    let above = row.parent.as_ref().and_then(|parent| known.get(parent));
    let class = match row.class {
        AccountClass::Asset => Class::Asset,
        AccountClass::Liability => Class::Liability,
        AccountClass::Equity => Class::Equity,
        AccountClass::Cost => Class::Cost,
        AccountClass::ProfitLoss => Class::ProfitLoss,
    };
    let normal_side = match row.normal_balance {
        Side::Debit => rules::Side::Debit,
        Side::Credit => rules::Side::Credit,
    };
    let inherited = |own: &Option<String>, from: fn(&Stored) -> Option<String>| {
        own.clone().or_else(|| above.and_then(from))
    };
    let activity = match row.activity {
        Some(Activity::Operating) => Some(LedgerActivity::Operating),
        Some(Activity::Investing) => Some(LedgerActivity::Investing),
        Some(Activity::Financing) => Some(LedgerActivity::Financing),
        _ => above.and_then(|above| above.activity),
    };
    let indirect = inherited(&row.indirect, |above| above.indirect.clone());
    Stored {
        account: Account {
            id: AccountId(0),
            code: row.code.clone(),
            class,
            normal_side,
            is_cash: row.is_cash || above.is_some_and(|above| above.account.is_cash),
            is_active: true,
            needs_party: charts::is_kept_per_party(&row.auxiliary, &row.balance_sheet_row)
                || above.is_some_and(|above| above.account.needs_party),
            cash_in_item: inherited(&row.cash_in_default, |above| {
                above.account.cash_in_item.clone()
            }),
            cash_out_item: inherited(&row.cash_out_default, |above| {
                above.account.cash_out_item.clone()
            }),
            activity,
            indirect: indirect.clone(),
            currency: match row.foreign_currency {
                KeptCurrency::None => above.map_or_else(Default::default, |it| it.account.currency),
                said => said,
            },
            is_monetary: row.is_monetary.unwrap_or_else(|| {
                above.map_or(
                    matches!(class, Class::Asset | Class::Liability)
                        && (row.is_cash || row.foreign_currency != KeptCurrency::None),
                    |above| above.account.is_monetary,
                )
            }),
        },
        parent: row.parent.clone(),
        level: row.level.map_or_else(|| above.map_or(1, |above| above.level + 1), i64::from),
        name_zh: row.name_zh.clone(),
        name_en: if row.name_en.is_empty() { row.name_zh.clone() } else { row.name_en.clone() },
        activity,
        indirect,
        auxiliary: row.auxiliary.clone(),
        keeps_quantity: row.has_quantity || above.is_some_and(|above| above.keeps_quantity),
    }
}

/// A cell's text; nothing when it is empty.
fn said(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

pub(super) fn parties(
    import: &mut Import<'_, '_>,
    source: SourceFile,
) -> Result<u64, ImportRefused> {
    each_row(import, source, |import, number, row: PartyRow| {
        if parties::find_by_code(import.writing.connection(), &row.code)?.is_some() {
            let refusal = Refusal::new(Code::CodeTaken).with("code", &row.code);
            import.fault(number, Some("code"), refusal);
            return Ok(());
        }
        let kinds = PartyKinds::from_words(row.kinds.iter().map(|kind| PartyKind::word(*kind)))
            .unwrap_or_default();
        let new = NewParty {
            code: row.code,
            name: row.name,
            kinds,
            tax_number: said(row.tax_number),
            phone: said(row.phone),
            address: said(row.address),
            terms_days: row.terms_days.map(i64::from),
        };
        // Written even when a row before it was bad, so that the same code twice is found; all is rolled back then.
        parties::insert(import.writing, &new)?;
        Ok(())
    })
}

pub(super) fn items(import: &mut Import<'_, '_>, source: SourceFile) -> Result<u64, ImportRefused> {
    each_row(import, source, |import, number, row: ItemRow| {
        if items::find_by_code(import.writing.connection(), &row.code)?.is_some() {
            let refusal = Refusal::new(Code::CodeTaken).with("code", &row.code);
            import.fault(number, Some("code"), refusal);
            return Ok(());
        }
        let new = NewItem {
            code: row.code,
            name: row.name,
            kind: if row.kind == Some(ItemKind::Service) { "service" } else { "goods" }.to_owned(),
            unit: said(row.unit),
            unit_price: row.price,
            rate_code: None,
        };
        items::insert(import.writing, &new)?;
        Ok(())
    })
}
