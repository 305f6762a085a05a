//! What a return is made of: tax rows by kind, accounts for what was paid or brought forward, and what the rules make of
//! them. No row of a form is known here.

use std::collections::BTreeMap;

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::period::{Period, PeriodKey};
use kontor_ledger::reversal::ReversalStyle;
use kontor_ledger::tax::export::{ProducerFigures, ProducerRefund, TraderRefund, producer, trader};
use kontor_ledger::tax::surcharge::{Relief, Surcharge, surcharge};
use kontor_ledger::tax::vat::{GeneralFigures, GeneralTax, SmallFigures, general};
use kontor_ledger::tax::{TaxKind, tax_on};
use kontor_store::figures;
use kontor_store::tax::{self as rows, Days, TaxProfile};
use rust_decimal::Decimal;

use super::data::{self, SurchargeRule};
use super::profile;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::rates;
use crate::statements::Span;

/// Kinds of input tax that are netted with output tax.
pub(crate) const NETTED: &[TaxKind] = &[TaxKind::Input, TaxKind::Customs, TaxKind::Agricultural];

/// Tax rows that are alike.
pub(crate) struct Sum {
    pub(crate) kind: TaxKind,
    pub(crate) rate: Decimal,
    invoice: Option<String>,
    pub(crate) base: Amount,
    pub(crate) tax: Amount,
    pub(crate) count: i64,
}

/// The figures of some periods.
pub(crate) struct Figures<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) span: Span,
    pub(crate) periods: (PeriodKey, PeriodKey),
    pub(crate) profile: Option<&'a TaxProfile>,
    pub(crate) sums: Vec<Sum>,
    moved: BTreeMap<AccountId, Turnover>,
    before: BTreeMap<AccountId, Amount>,
}

/// Whether the company is a small-scale taxpayer of a country that has them.
pub(crate) fn is_small(context: &Context<'_>) -> bool {
    is_chinese(context) && context.facts.company.vat_kind == "small-scale"
}

/// Whether the book follows a Chinese standard.
pub(crate) fn is_chinese(context: &Context<'_>) -> bool {
    context.facts.standard.name.starts_with("cn-")
}

/// Whether VAT is filed by the month; small-scale taxpayers file by the quarter unless they say otherwise.
pub(crate) fn files_monthly(context: &Context<'_>, period: PeriodKey) -> bool {
    profile::of(&context.facts, period)
        .map_or(!is_small(context), |profile| profile.filing == "monthly")
}

/// The quarter of a period, as far as the book has it.
pub(crate) fn quarter(periods: &[Period], key: PeriodKey) -> Vec<&Period> {
    let of = |key: PeriodKey| (key.number.clamp(1, 12) - 1) / 3;
    periods.iter().filter(|one| one.key.year == key.year && of(one.key) == of(key)).collect()
}

impl<'a> Figures<'a> {
    /// Reads them.
    pub(crate) fn read(context: &'a Context<'a>, span: Span) -> Result<Self, Refusal> {
        let within = |one: &&Period| one.first_day <= span.to && span.from <= one.last_day;
        let first = context.facts.periods.iter().find(within);
        let last = context.facts.periods.iter().rfind(within);
        let (Some(first), Some(last)) = (first, last) else {
            return Err(Refusal::bug("span without periods"));
        };
        let periods = (first.key, last.key);
        let days = Days { periods, days: (span.from, span.to) };
        let standard = context.facts.standard.name;
        let mut sums: Vec<Sum> = Vec::new();
        for row in rows::sums(context.connection, days)? {
            let kind = kind_of(standard, &row.kind);
            sums.push(Sum {
                kind,
                rate: row.rate.normalize(),
                invoice: row.invoice_kind,
                base: row.base,
                tax: row.tax,
                count: row.count,
            });
        }
        let mut moved: BTreeMap<AccountId, Turnover> = BTreeMap::new();
        for ((account, _), turnover) in figures::movement(context.connection, span.from, span.to)? {
            let sum = moved.entry(account).or_default();
            *sum = sum.plus(turnover)?;
        }
        let day_before = span.from.pred_opt().unwrap_or(span.from);
        Ok(Self {
            context,
            span,
            periods,
            profile: profile::of(&context.facts, last.key),
            sums,
            moved,
            before: figures::balances(context.connection, day_before)?,
        })
    }

    /// Those of one period.
    pub(crate) fn of_period(context: &'a Context<'a>, period: Period) -> Result<Self, Refusal> {
        Self::read(context, Span { from: period.first_day, to: period.last_day })
    }

    /// Those of what VAT is filed for when a period ends; nothing where nothing is filed then.
    pub(crate) fn filed_with(
        context: &'a Context<'a>,
        period: Period,
    ) -> Result<Option<Self>, Refusal> {
        if files_monthly(context, period.key) {
            return Self::of_period(context, period).map(Some);
        }
        let quarter = quarter(&context.facts.periods, period.key);
        match (quarter.first(), quarter.last()) {
            (Some(first), Some(last)) if last.key == period.key => {
                Self::read(context, Span { from: first.first_day, to: last.last_day }).map(Some)
            }
            _ => Ok(None),
        }
    }

    pub(crate) fn currency(&self) -> Currency {
        self.context.currency()
    }

    /// The profile, or what to do without one.
    pub(crate) fn needed_profile(&self) -> Result<&'a TaxProfile, Refusal> {
        self.profile
            .ok_or_else(|| Refusal::new(Code::TaxProfileMissing).with("period", self.periods.1))
    }

    /// The sums of some kinds, of one kind of invoice where that is said.
    pub(crate) fn of<'s>(
        &'s self,
        kinds: &'s [TaxKind],
        invoice: Option<&'s str>,
    ) -> impl Iterator<Item = &'s Sum> {
        self.sums.iter().filter(move |sum| {
            kinds.contains(&sum.kind)
                && invoice.is_none_or(|invoice| sum.invoice.as_deref() == Some(invoice))
        })
    }

    pub(crate) fn base(&self, kinds: &[TaxKind], invoice: Option<&str>) -> Result<Amount, Refusal> {
        Ok(Amount::sum(self.of(kinds, invoice).map(|sum| sum.base))?)
    }

    pub(crate) fn tax(&self, kinds: &[TaxKind], invoice: Option<&str>) -> Result<Amount, Refusal> {
        Ok(Amount::sum(self.of(kinds, invoice).map(|sum| sum.tax))?)
    }

    /// The accounts of a role: one, or those below it.
    fn accounts(&self, role: &str) -> impl Iterator<Item = AccountId> {
        let facts = &self.context.facts;
        let code = facts.standard.role(role, &facts.company.vat_kind);
        let below = code.into_iter().flat_map(|code| {
            facts.chart.accounts().filter(move |account| account.code.starts_with(code))
        });
        below.map(|account| account.id)
    }

    /// What moved on a role's account.
    pub(crate) fn moved(&self, role: &str) -> Result<Turnover, Refusal> {
        let mut sum = Turnover::default();
        for account in self.accounts(role) {
            sum = sum.plus(self.moved.get(&account).copied().unwrap_or_default())?;
        }
        Ok(sum)
    }

    /// What moved on a role's account, credit less debit.
    pub(crate) fn net_credit(&self, role: &str) -> Result<Amount, Refusal> {
        Ok(self.moved(role)?.net_debit()?.negated()?)
    }

    /// What stood on a role's accounts before, credit positive.
    pub(crate) fn before(&self, role: &str) -> Result<Amount, Refusal> {
        let balances = self.accounts(role).filter_map(|account| self.before.get(&account).copied());
        Ok(Amount::sum(balances)?.negated()?)
    }

    /// Output tax as the ledger has it: what was credited, less what reversals with swapped sides took back. Debits beside
    /// those are payments.
    pub(crate) fn credited(&self, role: &str) -> Result<Amount, Refusal> {
        let credit = self.moved(role)?.credit;
        if self.context.facts.standard.reversal == ReversalStyle::Red {
            return Ok(credit);
        }
        let back = self.of(&[TaxKind::Output], None).filter(|sum| sum.tax.is_negative());
        Ok(credit.plus(Amount::sum(back.map(|sum| sum.tax))?)?)
    }

    /// Credit of VAT brought forward.
    pub(crate) fn brought_forward(&self) -> Result<Amount, Refusal> {
        let before = self.before("vat")?;
        Ok(if before.is_negative() { before.negated()? } else { Amount::ZERO })
    }

    /// A producer's month, of a company that is one.
    pub(crate) fn producer(&self) -> Result<Option<ProducerRefund>, Refusal> {
        let Some(profile) = self.profile.filter(|one| one.exporter == "producer") else {
            return Ok(None);
        };
        let missing = || Refusal::new(Code::RefundRateMissing).with("field", "refund_rate");
        let rate = profile.export_rate.ok_or_else(missing)?;
        let refund_rate = profile.refund_rate.ok_or_else(missing)?;
        let figures = ProducerFigures {
            exports: self.base(&[TaxKind::ZeroRated], None)?,
            output: self.tax(&[TaxKind::Output], None)?,
            input: self.tax(NETTED, None)?.minus(self.tax(&[TaxKind::TransferredOut], None)?)?,
            brought_forward: self.brought_forward()?,
        };
        Ok(Some(producer(&figures, rate, refund_rate, self.currency())?))
    }

    /// A trader's refund, of a company that is one.
    pub(crate) fn trader(&self) -> Result<Option<TraderRefund>, Refusal> {
        let Some(profile) = self.profile.filter(|one| one.exporter == "trader") else {
            return Ok(None);
        };
        let rate = profile
            .refund_rate
            .ok_or_else(|| Refusal::new(Code::RefundRateMissing).with("field", "refund_rate"))?;
        let kinds = &[TaxKind::Export];
        let (base, input) = (self.base(kinds, None)?, self.tax(kinds, None)?);
        Ok(Some(trader(base, input, rate, self.currency())?))
    }

    /// A general taxpayer's VAT.
    pub(crate) fn general(&self) -> Result<GeneralTax, Refusal> {
        let producer = self.producer()?.unwrap_or_default();
        Ok(general(&GeneralFigures {
            output: self.tax(&[TaxKind::Output], None)?,
            input: self.tax(NETTED, None)?,
            brought_forward: self.brought_forward()?,
            transferred_out: self.tax(&[TaxKind::TransferredOut], None)?.plus(producer.cost)?,
            refund: producer.refund,
        })?)
    }

    /// A small-scale taxpayer's sales.
    pub(crate) fn small(&self) -> Result<SmallFigures, Refusal> {
        let (all, special) = (&[TaxKind::Output], Some("special"));
        let (special_base, special_tax) = (self.base(all, special)?, self.tax(all, special)?);
        Ok(SmallFigures {
            special_base,
            special_tax,
            other_base: self.base(all, None)?.minus(special_base)?,
            other_tax: self.tax(all, None)?.minus(special_tax)?,
            exempt_base: self.base(&[TaxKind::Exempt, TaxKind::ZeroRated], None)?,
        })
    }

    /// Sales up to which a small-scale taxpayer owes nothing.
    pub(crate) fn threshold(&self) -> Option<Amount> {
        let standard = self.context.facts.standard.name;
        let is_monthly = files_monthly(self.context, self.periods.1);
        let value = rates::threshold(standard, self.span.to, is_monthly)?;
        Amount::round_half_up(value, self.currency()).ok()
    }

    /// VAT a small-scale taxpayer owes.
    pub(crate) fn small_owed(&self) -> Result<Amount, Refusal> {
        let small = self.small()?;
        if small.is_exempt(self.threshold())? {
            return Ok(small.special_tax);
        }
        Ok(small.special_tax.plus(small.other_tax)?)
    }

    /// VAT owed, which surcharges are reckoned on together with what exports offset.
    pub(crate) fn vat_owed(&self) -> Result<Amount, Refusal> {
        if is_small(self.context) {
            return self.small_owed();
        }
        let relief = self.moved("vat-relief")?.net_debit()?;
        let simple = self.tax(&[TaxKind::Simple], None)?;
        Ok(self.general()?.owed.plus(simple)?.minus(relief)?)
    }

    /// The surcharges on a base.
    pub(crate) fn surcharges(
        &self,
        base: Amount,
    ) -> Result<Vec<(&'static SurchargeRule, Surcharge)>, Refusal> {
        let profile = self.needed_profile()?;
        let is_halved = self.is_halved()?;
        let months = if files_monthly(self.context, self.periods.1) { 1 } else { 3 };
        let sales = self.small()?.sales()?.plus(self.base(&[TaxKind::Simple], None)?)?;
        let mut found = Vec::new();
        for rule in data::surcharges(self.span.to) {
            let limit = rule.exempt_monthly.and_then(|monthly| {
                let whole = monthly.checked_mul(Decimal::from(months))?;
                Amount::round_half_up(whole, self.currency()).ok()
            });
            let relief = if limit.is_some_and(|limit| sales <= limit) {
                Relief::Exempt
            } else if is_halved {
                Relief::Half
            } else {
                Relief::Whole
            };
            let rate = rule.rate(&profile.place);
            found.push((rule, surcharge(base, rate, relief, self.currency())?));
        }
        Ok(found)
    }

    /// Tax on a base at the whole levy rate, which the form starts from.
    pub(crate) fn at_levy_rate(&self, base: Amount) -> Result<Amount, Refusal> {
        let rate = rates::find(self.context.facts.standard.name, "levy-3").map(|rate| rate.rate);
        Ok(tax_on(base, rate.unwrap_or_default(), self.currency())?)
    }
}

/// What a tax row is about: of an entry's line its kind, of a paper the code of its rate. Codes that are also words for
/// kinds mean the same.
pub(crate) fn kind_of(standard: &str, word: &str) -> TaxKind {
    TaxKind::from_word(word).unwrap_or_else(|| rates::tax_kind(standard, word))
}
