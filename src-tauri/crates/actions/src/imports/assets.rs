//! Importing asset cards: each goes through the same rules as one that is typed.

use std::collections::BTreeSet;

use kontor_exchange::AssetRow;
use kontor_exchange::text::SourceFile;
use kontor_ledger::account::AccountId;
use kontor_ledger::depreciation::{AssetClass, Method, Terms};
use kontor_store::assets;

use super::{Import, ImportRefused, each_row};
use crate::assets::{NewAsset, planned_card};
use crate::errors::{Code, Refusal};

pub(super) fn cards(import: &mut Import<'_, '_>, source: SourceFile) -> Result<u64, ImportRefused> {
    let mut seen = BTreeSet::new();
    each_row(import, source, |import, number, row: AssetRow| {
        let is_there = assets::find_by_code(import.writing.connection(), &row.code)?.is_some();
        if is_there || !seen.insert(row.code.clone()) {
            let refusal = Refusal::new(Code::CodeTaken).with("code", &row.code);
            import.fault(number, Some("code"), refusal);
            return Ok(());
        }
        let in_use = row.in_use;
        let planned = new_asset(import, row).and_then(|new| planned_card(import.facts, new));
        match planned {
            Ok((card, first)) if import.is_clean() => {
                assets::insert(import.writing, &card, in_use, &first)?;
            }
            Ok(_) => {}
            Err(refusal) => {
                let column = refusal.details.get("field").cloned();
                import.fault(number, column.as_deref(), refusal);
            }
        }
        Ok(())
    })
}

fn new_asset(import: &Import<'_, '_>, row: AssetRow) -> Result<NewAsset, Refusal> {
    let account = |code: &Option<String>, field: &'static str| match code {
        Some(code) => {
            let found = import.facts.chart.find(code).map(|account| account.id);
            found.map(Some).ok_or_else(|| {
                Refusal::new(Code::UnknownAccount).with("account", code).with("field", field)
            })
        }
        None => Ok(None::<AccountId>),
    };
    Ok(NewAsset {
        cost_account: account(&row.cost_account, "cost_account")?,
        accumulated_account: account(&row.accumulated_account, "accumulated_account")?,
        expense_account: account(&row.expense_account, "expense_account")?,
        code: row.code,
        name: row.name.trim().to_owned(),
        class: row.class.unwrap_or(AssetClass::Tangible),
        place: Some(row.place).filter(|place| !place.trim().is_empty()),
        in_use: row.in_use,
        cost: row.cost,
        terms: Terms {
            method: row.method.unwrap_or(Method::StraightLine),
            residual: row.residual,
            life_months: row.life_months,
            total_units: row.total_units.unwrap_or_default(),
        },
        accumulated: row.accumulated,
        units_before: row.units_before.unwrap_or_default(),
    })
}
