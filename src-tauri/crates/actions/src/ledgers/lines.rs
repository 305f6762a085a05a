//! Books of lines: account ledger 明细账, journal 日记账 and party ledger 辅助明细账, with the balance after each line, the
//! sums of each day in a journal, and 本月合计 and 本年累计 at the end of each month that moved.

mod shape;

use kontor_ledger::balance::Turnover;
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use kontor_reports::{Content, RowKind};
use kontor_store::books::{self, BookLine};
use serde::{Deserialize, Serialize};

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, read_place, word, write_place};
use super::sections::{self, Section};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Span;
use shape::{Figures, Shape};

/// Where a page begins: which part, after which line, and what had been summed up by then.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Place {
    section: usize,
    line: (i64, i64, i64),
    sums: Sums,
}

/// What is summed up while lines go by, in minor units.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Sums {
    balance: i64,
    day: (i64, i64),
    period: (i64, i64),
    year: (i64, i64),
    quantity: i64,
    foreign: i64,
    /// The date of the last line; none before the first.
    last: Option<chrono::NaiveDate>,
}

fn plus(sum: (i64, i64), turnover: Turnover) -> Result<(i64, i64), Refusal> {
    let sum = of(sum).plus(turnover)?;
    Ok((sum.debit.minor(), sum.credit.minor()))
}

fn of((debit, credit): (i64, i64)) -> Turnover {
    Turnover { debit: Amount::from_minor(debit), credit: Amount::from_minor(credit) }
}

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
    limit: u32,
) -> Result<Page, Refusal> {
    let (accounts, sections) = sections::of(context, request)?;
    let shape = Shape::of(context, request, &accounts)?;
    let mut place: Option<Place> = read_place(request.after.as_deref())?;
    let mut writer = Writer { context, shape: &shape, rows: Vec::new(), span };
    let is_only = sections.len() == 1;
    let mut left = limit;
    let mut next = None;
    let start = place.as_ref().map_or(0, |place| place.section);
    for (at, section) in sections.iter().enumerate().skip(start) {
        let goes_on = place.take();
        let after = goes_on.as_ref().map(|place| place.line);
        let days = (span.from, span.to);
        let lines = books::lines(context.connection, section.part, days, after, left)?;
        let mut sums = match goes_on {
            Some(place) => place.sums,
            None => match writer.begin(section, lines.is_empty() && !is_only)? {
                Some(sums) => sums,
                None => continue,
            },
        };
        for line in &lines {
            writer.line(&mut sums, line)?;
        }
        let read = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        if let Some(last) = lines.last().filter(|_| read == left) {
            next = Some(write_place(&Place { section: at, line: last.place, sums })?);
            break;
        }
        writer.close(&sums)?;
        // A page of many small parts must end as well; whoever has no lines costs a line too.
        left = left.saturating_sub(read.max(1)).max(1);
    }
    let rows = writer.rows;
    Ok(Page { label: shape.label(), columns: shape.columns(), rows, next, checks: Vec::new() })
}

/// Writes the rows of a book.
struct Writer<'a> {
    context: &'a Context<'a>,
    shape: &'a Shape,
    rows: Vec<BookRow>,
    span: Span,
}

impl Writer<'_> {
    /// Begins a part with its heading and what it began with; nothing when it never moved and may be left out.
    fn begin(&mut self, section: &Section, is_bare: bool) -> Result<Option<Sums>, Refusal> {
        let before = books::before(self.context.connection, section.part, self.span.from)?;
        if is_bare && before.balance.is_zero() {
            return Ok(None);
        }
        let (quantity, foreign) = self.shape.before(self.context, section.part, self.span.from)?;
        let minor = |turnover: Turnover| (turnover.debit.minor(), turnover.credit.minor());
        let sums = Sums {
            balance: before.balance.minor(),
            period: minor(before.period),
            year: minor(before.year),
            quantity,
            foreign,
            ..Sums::default()
        };
        let mut heading = vec![Content::Empty; self.shape.columns().len()];
        if let Some(cell) = heading.get_mut(self.shape.label()) {
            *cell = Content::Label(section.label.clone(), 0);
        }
        self.rows.push(BookRow::new(RowKind::Heading, heading));
        let figures = self.figures(Turnover::default(), &sums);
        let first = Some(self.span.from);
        let contents = self.shape.row(first, None, word("ledger-opening-row"), figures)?;
        self.push(RowKind::Item, contents, &sums, None)?;
        Ok(Some(sums))
    }

    fn period_of(&self, day: chrono::NaiveDate) -> Option<PeriodKey> {
        let periods = &self.context.facts.periods;
        periods.iter().find(|one| one.first_day <= day && day <= one.last_day).map(|one| one.key)
    }

    fn line(&mut self, sums: &mut Sums, line: &BookLine) -> Result<(), Refusal> {
        let (now, was) = (self.period_of(line.date), sums.last.and_then(|day| self.period_of(day)));
        if sums.last.is_some_and(|day| day != line.date) {
            self.close_day(sums)?;
            sums.day = (0, 0);
            if now != was {
                self.close_period(sums)?;
            }
        }
        // The sums that the part began with are those of the day's own month and year, if it moved then.
        let began = self.period_of(self.span.from);
        let before = was.or(began);
        if now != before {
            sums.period = (0, 0);
            if now.map(|key| key.year) != before.map(|key| key.year) {
                sums.year = (0, 0);
            }
        }
        let moved = line.turnover;
        sums.balance = Amount::from_minor(sums.balance).plus(moved.net_debit()?)?.minor();
        sums.day = plus(sums.day, moved)?;
        sums.period = plus(sums.period, moved)?;
        sums.year = plus(sums.year, moved)?;
        let sign = if moved.debit.is_zero() { -1 } else { 1 };
        let quantity = line.quantity.map_or(0, |quantity| quantity.millionths());
        let foreign = line.foreign.as_ref().map_or(0, |(_, minor)| *minor);
        sums.quantity += sign * quantity;
        sums.foreign += sign * foreign;
        sums.last = Some(line.date);
        let figures = Figures { quantity, foreign, ..self.figures(moved, sums) };
        let memo = Content::Text(line.memo.clone());
        let contents =
            self.shape.row(Some(line.date), Some((self.context, line)), memo, figures)?;
        self.push(RowKind::Item, contents, sums, Some(line))
    }

    /// Ends a part: the sums of its last day and month.
    fn close(&mut self, sums: &Sums) -> Result<(), Refusal> {
        if sums.last.is_some() {
            self.close_day(sums)?;
            self.close_period(sums)?;
        }
        Ok(())
    }

    fn close_day(&mut self, sums: &Sums) -> Result<(), Refusal> {
        if !self.shape.is_journal() {
            return Ok(());
        }
        self.sum("ledger-day-total", sums.day, sums)
    }

    fn close_period(&mut self, sums: &Sums) -> Result<(), Refusal> {
        self.sum("ledger-month-total", sums.period, sums)?;
        self.sum("ledger-year-total", sums.year, sums)
    }

    fn sum(&mut self, key: &str, turnover: (i64, i64), sums: &Sums) -> Result<(), Refusal> {
        let figures = Figures { is_sum: true, ..self.figures(of(turnover), sums) };
        let contents = self.shape.row(sums.last, None, word(key), figures)?;
        self.push(RowKind::Total, contents, sums, None)
    }

    fn figures(&self, turnover: Turnover, sums: &Sums) -> Figures {
        Figures {
            turnover,
            balance: Amount::from_minor(sums.balance),
            quantity_left: sums.quantity,
            foreign_left: sums.foreign,
            quantity: 0,
            foreign: 0,
            is_sum: false,
        }
    }

    /// Adds a row with what a page that ends below it carries: the month so far and the balance.
    fn push(
        &mut self,
        kind: RowKind,
        contents: Vec<Content>,
        sums: &Sums,
        line: Option<&BookLine>,
    ) -> Result<(), Refusal> {
        let figures = self.figures(of(sums.period), sums);
        let carried = self.shape.row(None, None, Content::Empty, figures)?;
        let opens = line.map(|line| LedgerPlace::Entry(line.entry.to_string()));
        self.rows.push(BookRow { kind, contents, carried, opens });
        Ok(())
    }
}
