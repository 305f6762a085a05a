//! Entries on paper: chosen ones, or all of a period in the order of their numbers with its drafts behind them.

use kontor_ledger::entry::Line;
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use kontor_reports::words::Words;
use kontor_reports::{
    Bilingual, Lang, PaperFacts, Voucher, VoucherLine, VoucherMark, VoucherSheet, VoucherState,
    printed_quantity,
};
use kontor_store::accounts::{self, AccountRow};
use kontor_store::drafts::{self, Draft};
use kontor_store::entries::{self as stored, EntryRow, Filter};
use kontor_store::{attachments, items, parties};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Now};
use crate::door::Door;
use crate::entries::content_of;
use crate::errors::{Code, Refusal};
use crate::prints;

/// How many entries are read at a time.
const PAGE: u32 = 500;

/// Which entries are printed: those named, or all of a period.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct PrintVouchers {
    #[ts(as = "Vec<Uuid>")]
    pub entries: Vec<Uuid>,
    pub period: Option<String>,
    /// a5, a4-two
    #[ts(type = "\"a5\" | \"a4-two\"")]
    pub paper: VoucherSheet,
}

/// Prints entries as a PDF and notes it in the access log.
///
/// # Errors
/// When they may not be printed, do not exist, or a character has no glyph.
pub fn print(
    door: &Door,
    request: &PrintVouchers,
    lang: Lang,
    now: &Now,
) -> Result<Vec<u8>, Refusal> {
    door.allow("print", now)?;
    let context = door.context(now)?;
    let papers = Papers { context: &context, names: accounts::list(context.connection)?, lang };
    let (vouchers, about) = papers.asked(request)?;
    let Some(last) = vouchers.iter().map(|voucher| voucher.date).max() else {
        let period = request.period.clone().unwrap_or_default();
        return Err(Refusal::new(Code::NothingToPrint).with("period", period));
    };
    let facts = prints::paper_facts(&context, about, last, lang)?;
    let bytes = kontor_reports::vouchers(&vouchers, request.paper, context.currency(), &facts)
        .map_err(prints::refused)?;
    door.note(now, "print", &json!({ "vouchers": request, "lang": lang }))?;
    Ok(bytes)
}

/// A name for the file of some vouchers.
pub(crate) fn file_name(
    door: &Door,
    request: &PrintVouchers,
    lang: Lang,
    now: &Now,
) -> Result<String, Refusal> {
    let title = Words::new(if lang == Lang::Both { Lang::Zh } else { lang })
        .say("voucher-paper-title", &[]);
    let context = door.context(now)?;
    let which = match (request.entries.as_slice(), &request.period) {
        ([only], _) => match stored::find(context.connection, *only)? {
            Some(row) => format!("{} {}", row.period, row.number_text()),
            None => now.today.to_string(),
        },
        (_, Some(period)) => period.clone(),
        _ => now.today.to_string(),
    };
    Ok(format!("{title} {} {which}", context.facts.company.name))
}

struct Papers<'a> {
    context: &'a Context<'a>,
    names: Vec<AccountRow>,
    lang: Lang,
}

impl Papers<'_> {
    /// The vouchers asked for, and what they are about in words.
    fn asked(&self, request: &PrintVouchers) -> Result<(Vec<Voucher>, Bilingual), Refusal> {
        let mut vouchers = Vec::new();
        if !request.entries.is_empty() {
            for uid in &request.entries {
                vouchers.push(self.one(*uid)?);
            }
            let days = vouchers.iter().map(|voucher| voucher.date);
            let (first, last) = (days.clone().min(), days.max());
            let about = first.zip(last).map(|(first, last)| match first == last {
                true => PaperFacts::as_of(last),
                false => PaperFacts::range(first, last),
            });
            return Ok((vouchers, about.unwrap_or_default()));
        }
        let period = self.context.period(request.period.as_deref().unwrap_or_default())?;
        let mut rows = self.posted_in(period.key)?;
        rows.sort_by(|one, other| (&one.word, one.number).cmp(&(&other.word, other.number)));
        for row in rows {
            vouchers.push(self.posted(row)?);
        }
        for draft in drafts::list(self.context.connection, Some(period.key))? {
            vouchers.push(self.draft(&draft)?);
        }
        Ok((vouchers, PaperFacts::month(period.last_day)))
    }

    fn posted_in(&self, period: PeriodKey) -> Result<Vec<EntryRow>, Refusal> {
        let mut rows = Vec::new();
        let mut filter = Filter { period: Some(period), ..Filter::default() };
        loop {
            let page = stored::list(self.context.connection, filter, PAGE)?;
            filter.after = page.last().map(|row| row.id);
            let is_last = page.len() < PAGE as usize;
            rows.extend(page);
            if is_last {
                return Ok(rows);
            }
        }
    }

    fn one(&self, uid: Uuid) -> Result<Voucher, Refusal> {
        if let Some(row) = stored::find(self.context.connection, uid)? {
            return self.posted(row);
        }
        let draft = drafts::find(self.context.connection, uid)?
            .ok_or_else(|| Refusal::new(Code::UnknownEntry).with("entry", uid))?;
        self.draft(&draft)
    }

    fn posted(&self, row: EntryRow) -> Result<Voucher, Refusal> {
        let entry = row.with_lines(stored::get_lines(self.context.connection, row.id)?);
        let rule = row.rule.as_ref().map(|(name, version)| {
            let args = [("rule", name.into()), ("version", version.to_string().into())];
            Words::new(self.lang).say("rule-named", &args)
        });
        Ok(Voucher {
            date: row.date,
            lines: self.lines(&entry.lines, &entry.memo)?,
            totals: totals(&entry.lines)?,
            attachments: attachments::count(self.context.connection, row.uid)?,
            reverses: row.reversal_of.map(|(_, number)| number),
            posted_by: Some(row.posted_by.clone()),
            signed_by: row.signed_by.clone(),
            mark: match &row.reviewed_by {
                Some(reviewer) if *reviewer == row.prepared_by => Some(VoucherMark::OwnReview),
                None if rule.is_none() => Some(VoucherMark::OnePerson),
                _ => None,
            },
            reviewed_by: rule.or(row.reviewed_by),
            prepared_by: row.prepared_by,
            state: VoucherState::Posted(row.word, row.number),
        })
    }

    fn draft(&self, draft: &Draft) -> Result<Voucher, Refusal> {
        let entry = content_of(self.context, draft)?;
        Ok(Voucher {
            state: VoucherState::Draft(draft.number),
            date: draft.date,
            lines: self.lines(&entry.lines, &entry.memo)?,
            totals: totals(&entry.lines)?,
            attachments: attachments::count(self.context.connection, draft.uid)?,
            reverses: None,
            posted_by: None,
            signed_by: draft.signed_by.as_ref().map(|(_, name)| name.clone()),
            reviewed_by: draft.reviewed_by.as_ref().map(|(_, name)| name.clone()),
            prepared_by: draft.prepared_by.clone(),
            mark: None,
        })
    }

    fn lines(&self, lines: &[Line], memo: &str) -> Result<Vec<VoucherLine>, Refusal> {
        lines.iter().map(|line| self.line(line, memo)).collect()
    }

    fn line(&self, line: &Line, memo: &str) -> Result<VoucherLine, Refusal> {
        let connection = self.context.connection;
        let account = self.names.iter().find(|row| row.account.id == line.account);
        let mut detail = Vec::new();
        if let Some(party) = line.party {
            detail.push(parties::get(connection, party)?.name);
        }
        if let Some(item) = line.item {
            let item = items::get(connection, item)?;
            detail.push(match line.quantity {
                Some(quantity) => format!("{} × {}", item.name, printed_quantity(quantity)),
                None => item.name,
            });
        }
        Ok(VoucherLine {
            memo: line.memo.clone().unwrap_or_else(|| memo.to_owned()),
            account: account.map(|row| row.account.code.clone()).unwrap_or_default(),
            name: account.map(|row| Bilingual::new(&row.name_zh, &row.name_en)).unwrap_or_default(),
            detail: detail.join(" · "),
            debit: line.debit,
            credit: line.credit,
        })
    }
}

fn totals(lines: &[Line]) -> Result<(Amount, Amount), Refusal> {
    Ok((
        Amount::sum(lines.iter().map(|line| line.debit))?,
        Amount::sum(lines.iter().map(|line| line.credit))?,
    ))
}
