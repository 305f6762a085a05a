//! Today on paper: the figures of the window's page as one table, with bars where the window draws charts.

use kontor_ledger::money::Amount;
use kontor_reports::words::{Arg, Words};
use kontor_reports::{
    Bar, Bilingual, Cell, ColumnKind, Content, Format, Lang, Paper, PaperFacts, RowKind, Table,
    TableColumn, grouped,
};

use crate::context::Context;
use crate::errors::Refusal;
use crate::today::{self, CashForecast, ProfitBridge, Today};

/// The name by which it is asked for, beside the statements'.
pub(super) const NAME: &str = "today";

/// The whole page as a table. Bars are for paper; data goes without their column.
pub(super) fn table(context: &Context<'_>, format: Format) -> Result<Table, Refusal> {
    let mut page = Page { context, rows: Vec::new() };
    page.top(&today::get(context, &today::GetToday {})?)?;
    page.forecast(&today::forecast_cash(context, &today::ForecastCash {})?)?;
    page.ages()?;
    page.sales()?;
    page.bridge(&today::profit_bridge(context, &today::GetProfitBridge {})?)?;
    let column = |label, kind| TableColumn { label, group: None, kind, opens_half: false };
    let mut columns = vec![
        column(Bilingual::word("report-item"), ColumnKind::Label),
        column(Bilingual::default(), ColumnKind::Bar),
        column(Bilingual::word("chart-in"), ColumnKind::Amount),
        column(Bilingual::word("chart-out"), ColumnKind::Amount),
        column(Bilingual::word("chart-amount"), ColumnKind::Amount),
    ];
    let mut rows = page.rows;
    if format != Format::Pdf {
        columns.remove(1);
        for row in &mut rows {
            row.remove(1);
        }
    }
    Ok(Table {
        name: NAME.to_owned(),
        title: Bilingual::word("nav-today"),
        form: None,
        currency: context.currency(),
        paper: Paper::Portrait,
        columns,
        rows,
        checks: Vec::new(),
        is_signed: false,
        binding: None,
    })
}

/// The rows as they are gathered.
struct Page<'a> {
    context: &'a Context<'a>,
    rows: Vec<Vec<Cell>>,
}

/// A message in both languages.
fn say(key: &str, args: &[(&str, Arg<'_>)]) -> Bilingual {
    Bilingual::new(Words::new(Lang::Zh).say(key, args), Words::new(Lang::En).say(key, args))
}

/// The place of an amount between two others, in thousandths.
fn place(amount: Amount, low: Amount, high: Amount) -> u16 {
    let (low, high) = (i128::from(low.minor()), i128::from(high.minor()));
    let along = (i128::from(amount.minor()) - low) * 1000 / (high - low).max(1);
    u16::try_from(along.clamp(0, 1000)).unwrap_or(1000)
}

/// The least and the largest of some amounts, and nothing.
fn span(amounts: &[Amount]) -> (Amount, Amount) {
    let low = amounts.iter().copied().min().unwrap_or_default().min(Amount::ZERO);
    let high = amounts.iter().copied().max().unwrap_or_default().max(Amount::ZERO);
    (low, high)
}

/// A bar from one amount to another.
fn bar(from: Amount, to: Amount, (low, high): (Amount, Amount)) -> Content {
    let (one, other) = (place(from, low, high), place(to, low, high));
    if one == other {
        return Content::Empty;
    }
    let is_below = to < from;
    Content::Bar(Bar { from: one.min(other), to: one.max(other), is_below })
}

impl Page<'_> {
    fn read(&self, text: &str) -> Result<Amount, Refusal> {
        self.context.amount(text, "amount")
    }

    fn shown(&self, text: &str) -> Result<String, Refusal> {
        Ok(grouped(self.read(text)?, self.context.currency()))
    }

    /// The profit of a period, by its month's name.
    fn profit_of(&self, period: &str) -> Bilingual {
        let Ok(period) = self.context.period(period) else {
            return Bilingual::word("chart-bridge-nothing");
        };
        let month = PaperFacts::month(period.last_day);
        let of = |lang, month: &String| {
            Words::new(lang).say("today-profit", &[("period", month.into())])
        };
        Bilingual::new(of(Lang::Zh, &month.zh), of(Lang::En, &month.en))
    }

    fn row(&mut self, kind: RowKind, label: Bilingual, contents: [Content; 4]) {
        let cell = |content| Cell { content, kind };
        let mut cells = vec![cell(Content::Label(label, 0))];
        cells.extend(contents.into_iter().map(cell));
        self.rows.push(cells);
    }

    fn heading(&mut self, key: &str) {
        self.row(RowKind::Heading, Bilingual::word(key), [const { Content::Empty }; 4]);
    }

    fn line(&mut self, label: Bilingual, bar: Content, amount: &str) -> Result<(), Refusal> {
        let amount = Content::Amount(self.read(amount)?);
        self.row(RowKind::Item, label, [bar, Content::Empty, Content::Empty, amount]);
        Ok(())
    }

    fn top(&mut self, today: &Today) -> Result<(), Refusal> {
        self.heading("today-figures");
        if let Some(cash) = &today.cash {
            self.line(Bilingual::word("today-cash"), Content::Empty, &cash.amount)?;
        }
        if let Some(due) = &today.due_in {
            self.line(Bilingual::word("today-due-in"), Content::Empty, &due.amount)?;
            self.line(Bilingual::word("today-paper-overdue"), Content::Empty, &due.overdue)?;
        }
        if let Some(due) = &today.due_out {
            self.line(Bilingual::word("today-due-out"), Content::Empty, &due.amount)?;
        }
        if let Some(profit) = &today.profit {
            let of = |period: &str| self.profit_of(period);
            let (now, before) = (of(&profit.period), profit.last_period.as_deref().map(of));
            self.line(now, Content::Empty, &profit.profit)?;
            if let (Some(label), Some(amount)) = (before, &profit.last_profit) {
                self.line(label, Content::Empty, amount)?;
            }
        }
        Ok(())
    }

    fn forecast(&mut self, forecast: &CashForecast) -> Result<(), Refusal> {
        self.heading("today-cash-chart");
        let left = forecast
            .weeks
            .iter()
            .map(|week| self.read(&week.left))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let span = span(&left);
        for (week, left) in forecast.weeks.iter().zip(left) {
            let label = format!("{} – {}", week.from, week.to);
            let (inflow, outflow) = (self.read(&week.inflow)?, self.read(&week.outflow)?);
            let contents = [
                bar(Amount::ZERO, left, span),
                Content::Amount(inflow),
                Content::Amount(outflow),
                Content::Amount(left),
            ];
            self.row(RowKind::Item, Bilingual::new(label.clone(), label), contents);
        }
        if let Some(shortfall) = &forecast.shortfall {
            let (day, balance) = (shortfall.day.to_string(), self.shown(&shortfall.balance)?);
            let args = [("day", (&day).into()), ("balance", (&balance).into())];
            let amount = self.read(&shortfall.balance)?;
            let contents =
                [Content::Empty, Content::Empty, Content::Empty, Content::Amount(amount)];
            self.row(RowKind::Total, say("today-shortfall", &args), contents);
        }
        Ok(())
    }

    fn ages(&mut self) -> Result<(), Refusal> {
        let ages = today::receivable_ages(self.context, &today::GetReceivableAges {})?;
        self.heading("chart-ages");
        let amounts = ages
            .rows
            .iter()
            .map(|row| self.read(&row.amount))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let span = span(&amounts);
        for (row, amount) in ages.rows.iter().zip(amounts) {
            let label = Bilingual::word(&format!("chart-age-{}", row.age));
            self.line(label, bar(Amount::ZERO, amount, span), &row.amount)?;
        }
        Ok(())
    }

    fn sales(&mut self) -> Result<(), Refusal> {
        let sales = today::sales_by_month(self.context, &today::GetSalesByMonth {})?;
        self.heading("chart-sales");
        let now = sales
            .months
            .iter()
            .filter_map(|month| month.now.as_deref())
            .map(|amount| self.read(amount))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let span = span(&now);
        for month in &sales.months {
            let Some(amount) = &month.now else { continue };
            let name = Bilingual::word(&format!("chart-month-{}", month.month));
            let label = match &month.before {
                Some(before) => {
                    let before = self.shown(before)?;
                    let said = |lang, name: &String| {
                        let args = [("month", name.into()), ("before", (&before).into())];
                        Words::new(lang).say("today-paper-before", &args)
                    };
                    Bilingual::new(said(Lang::Zh, &name.zh), said(Lang::En, &name.en))
                }
                None => name,
            };
            let bar = bar(Amount::ZERO, self.read(amount)?, span);
            self.line(label, bar, amount)?;
        }
        Ok(())
    }

    fn bridge(&mut self, bridge: &ProfitBridge) -> Result<(), Refusal> {
        self.heading("chart-bridge");
        let mut level = self.read(&bridge.before)?;
        let mut levels = vec![level];
        for step in &bridge.steps {
            level = level.plus(self.read(&step.change)?)?;
            levels.push(level);
        }
        let span = span(&levels);
        let start = bridge.from_period.as_deref().unwrap_or("-");
        let first = levels.first().copied().unwrap_or_default();
        let (start, end) = (self.profit_of(start), self.profit_of(&bridge.to_period));
        self.line(start, bar(Amount::ZERO, first, span), &bridge.before)?;
        for (step, pair) in bridge.steps.iter().zip(levels.windows(2)) {
            let [from, to] = pair else { continue };
            let key = format!("today-row-{}", step.key);
            let label = if Words::new(Lang::Both).has(&key) {
                Bilingual::word(&key)
            } else {
                Bilingual::new(&step.label_zh, &step.label_en)
            };
            self.line(label, bar(*from, *to, span), &step.change)?;
        }
        self.line(end, bar(Amount::ZERO, level, span), &bridge.after)
    }
}
