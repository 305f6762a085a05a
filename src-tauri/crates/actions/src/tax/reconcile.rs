//! The return against the ledger: what tax rows say beside what the accounts moved, and the difference.

use kontor_ledger::money::Amount;
use kontor_ledger::tax::TaxKind;
use serde::Serialize;
use ts_rs::TS;

use super::amounts::Named;
use super::data;
use super::figures::{Figures, NETTED};
use crate::errors::Refusal;

/// A figure of the return beside the same of the ledger.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Agreement {
    /// What is compared; its words are tax-agreement-<name>.
    pub name: String,
    /// The code of the account.
    pub account: String,
    pub in_return: String,
    pub in_ledger: String,
    pub difference: String,
    pub holds: bool,
}

/// What a return of a kind is compared with.
pub(crate) fn agreements(
    figures: &Figures<'_>,
    kind: &str,
    named: &Named,
) -> Result<Vec<Agreement>, Refusal> {
    let output = &[TaxKind::Output][..];
    let of = |name: &str| named.get(name).copied().unwrap_or_default();
    let mut found = Found { figures, all: Vec::new() };
    match kind {
        "vat-general" => {
            let made = figures.trader()?.unwrap_or_default();
            let input = figures.tax(NETTED, None)?.plus(figures.tax(&[TaxKind::Export], None)?)?;
            found.add(
                "output",
                "output-tax",
                figures.tax(output, None)?,
                figures.net_credit("output-tax")?,
            )?;
            found.add("input", "vat-input", input, figures.moved("vat-input")?.net_debit()?)?;
            let out = of("transferred-out").plus(made.cost)?;
            found.add(
                "transferred-out",
                "vat-transferred-out",
                out,
                figures.net_credit("vat-transferred-out")?,
            )?;
            let owed = figures.general()?.owed;
            found.add(
                "owed",
                "vat-unpaid-transfer",
                owed,
                figures.moved("vat-unpaid-transfer")?.net_debit()?,
            )?;
        }
        "vat-small" => {
            found.add(
                "output",
                "output-tax",
                figures.tax(output, None)?,
                figures.credited("output-tax")?,
            )?;
            found.add(
                "exempted",
                "vat-exempted",
                of("exempted-in-books"),
                figures.net_credit("vat-exempted")?,
            )?;
        }
        "vat" | "sales-tax" => {
            found.add(
                "output",
                "output-tax",
                figures.tax(output, None)?,
                figures.credited("output-tax")?,
            )?;
            if kind == "vat" {
                let input = figures.tax(NETTED, None)?;
                found.add("input", "vat-input", input, figures.moved("vat-input")?.net_debit()?)?;
            }
        }
        "surcharges" => {
            for rule in data::surcharges(figures.span.to) {
                let role = format!("{}-payable", rule.id);
                let owed = of(&format!("{}-owed", rule.id));
                found.add(&rule.id, &role, owed, figures.moved(&role)?.credit)?;
            }
        }
        "income-tax" => {
            let accrued = figures.accrued_income_tax()?;
            found.add("income-tax", "income-tax-expense", of("income-owed"), accrued)?;
        }
        "export-trader" => {
            found.add(
                "refund",
                "vat-refund",
                of("trader-refund"),
                figures.net_credit("vat-refund")?,
            )?;
        }
        "export-producer" => {
            found.add(
                "refund",
                "vat-refund",
                of("producer-limit"),
                figures.net_credit("vat-refund")?,
            )?;
            let offset = figures.moved("vat-export-offset")?.net_debit()?;
            found.add("offset", "vat-export-offset", of("producer-offset"), offset)?;
        }
        _ => {}
    }
    Ok(found.all)
}

struct Found<'a> {
    figures: &'a Figures<'a>,
    all: Vec<Agreement>,
}

impl Found<'_> {
    fn add(
        &mut self,
        name: &str,
        role: &str,
        in_return: Amount,
        in_ledger: Amount,
    ) -> Result<(), Refusal> {
        let context = self.figures.context;
        let facts = &context.facts;
        let account = facts.standard.role(role, &facts.company.vat_kind).unwrap_or_default();
        self.all.push(Agreement {
            name: name.to_owned(),
            account: account.to_owned(),
            in_return: context.text(in_return),
            in_ledger: context.text(in_ledger),
            difference: context.text(in_ledger.minus(in_return)?),
            holds: in_return == in_ledger,
        });
        Ok(())
    }
}
