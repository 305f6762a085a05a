//! The figures a row of a return may name: worked out by the rules, or taken from an account where the form asks what was
//! paid or brought forward.

use std::collections::BTreeMap;

use kontor_ledger::money::Amount;
use kontor_ledger::tax::TaxKind;

use super::figures::{Figures, is_small};
use crate::errors::Refusal;

/// Figures by name.
pub(crate) type Named = BTreeMap<String, Amount>;

/// The figures of a kind of return.
pub(crate) fn named(figures: &Figures<'_>, kind: &str) -> Result<Named, Refusal> {
    let mut named = Named::new();
    match kind {
        "vat-general" => {
            general(figures, &mut named)?;
            if figures.profile.is_some() {
                surcharges(figures, &mut named)?;
            }
        }
        "vat-small" => {
            small(figures, &mut named)?;
            if figures.profile.is_some() {
                surcharges(figures, &mut named)?;
            }
        }
        "surcharges" => surcharges(figures, &mut named)?,
        "income-tax" => income(figures, &mut named)?,
        "export-trader" => {
            let made = figures.trader()?.unwrap_or_default();
            put(&mut named, [("trader-refund", made.refund), ("trader-cost", made.cost)]);
        }
        "export-producer" => producer(figures, &mut named)?,
        _ => {}
    }
    Ok(named)
}

fn put<const N: usize>(named: &mut Named, figures: [(&str, Amount); N]) {
    named.extend(figures.map(|(name, amount)| (name.to_owned(), amount)));
}

fn producer(figures: &Figures<'_>, named: &mut Named) -> Result<(), Refusal> {
    let made = figures.producer()?.unwrap_or_default();
    put(
        named,
        [
            ("brought-forward", figures.brought_forward()?),
            ("producer-cost", made.cost),
            ("producer-limit", made.limit),
            ("producer-owed", made.owed),
            ("producer-refund", made.refund),
            ("producer-offset", made.offset),
            ("producer-carried", made.carried),
        ],
    );
    Ok(())
}

fn general(figures: &Figures<'_>, named: &mut Named) -> Result<(), Refusal> {
    producer(figures, named)?;
    let cost = named.get("producer-cost").copied().unwrap_or_default();
    let is_producer = figures.profile.is_some_and(|one| one.exporter == "producer");
    let exports = figures.base(&[TaxKind::ZeroRated], None)?;
    let exempt = figures.base(&[TaxKind::Exempt], None)?;
    let prepaid = figures.moved("vat-prepaid")?.net_debit()?;
    let paid_before = figures.moved("vat-payable")?.debit;
    put(
        named,
        [
            ("producer-exports", if is_producer { exports } else { Amount::ZERO }),
            // What a trader exports is exempt; the input tax comes back by a return of its own.
            ("exempt-sales", if is_producer { exempt } else { exempt.plus(exports)? }),
            ("transferred-out", figures.tax(&[TaxKind::TransferredOut], None)?.plus(cost)?),
            ("relief", figures.moved("vat-relief")?.net_debit()?),
            ("unpaid-before", figures.before("vat-payable")?),
            ("prepaid", prepaid),
            ("paid-before", paid_before),
            ("paid", prepaid.plus(paid_before)?),
        ],
    );
    Ok(())
}

fn small(figures: &Figures<'_>, named: &mut Named) -> Result<(), Refusal> {
    let small = figures.small()?;
    let is_exempt = small.is_exempt(figures.threshold())?;
    let other = if is_exempt { Amount::ZERO } else { small.other_base };
    let exempt_small = small.other_base.minus(other)?;
    let taxed = small.special_base.plus(other)?;
    let ordinary = figures.base(&[TaxKind::Output], Some("ordinary"))?;
    let due = figures.at_levy_rate(taxed)?;
    let exempt = figures.base(&[TaxKind::Exempt], None)?;
    put(
        named,
        [
            ("taxed", taxed),
            ("taxed-ordinary", if is_exempt { Amount::ZERO } else { ordinary }),
            ("exempt-small", exempt_small),
            ("exempt-in-all", exempt_small.plus(exempt)?),
            ("due", due),
            ("reduction", due.minus(figures.small_owed()?)?),
            ("exempted", figures.at_levy_rate(exempt_small)?),
            ("exempted-in-books", if is_exempt { small.other_tax } else { Amount::ZERO }),
            ("prepaid", Amount::ZERO),
        ],
    );
    Ok(())
}

fn surcharges(figures: &Figures<'_>, named: &mut Named) -> Result<(), Refusal> {
    let owed = figures.vat_owed()?;
    let offset = if is_small(figures.context) {
        Amount::ZERO
    } else {
        figures.producer()?.unwrap_or_default().offset
    };
    let base = owed.plus(offset)?;
    put(named, [("vat-owed", owed), ("producer-offset", offset), ("surcharge-base", base)]);
    let mut sum = Amount::ZERO;
    for (rule, made) in figures.surcharges(base)? {
        named.insert(format!("{}-due", rule.id), made.due);
        named.insert(format!("{}-relief", rule.id), made.relief);
        named.insert(format!("{}-owed", rule.id), made.owed);
        sum = sum.plus(made.owed)?;
    }
    put(named, [("surcharges-owed", sum)]);
    Ok(())
}

fn income(figures: &Figures<'_>, named: &mut Named) -> Result<(), Refusal> {
    let made = figures.income()?;
    put(
        named,
        [
            ("revenue", figures.year_row("revenue")?),
            ("cost", figures.year_row("cost-of-sales")?),
            ("profit", figures.year_row("profit-before-tax")?),
            ("income-tax", made.tax),
            ("income-relief", made.relief),
            ("income-paid", figures.income_paid()?),
            ("income-owed", made.owed),
        ],
    );
    Ok(())
}
