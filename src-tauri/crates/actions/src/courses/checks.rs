//! Whether an exercise was done: looked for in the book, never believed.

use kontor_ledger::money::{Amount, Quantity};
use kontor_store::courses::{self, Since};
use kontor_store::{items, parties};

use super::lessons::{Check, Figure, Lesson};
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::{GetStatement, Unposted, make, resolve};

/// An exercise somebody says they have done.
pub(super) struct Exercise<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) lesson: &'a Lesson,
    /// From where on what they did counts.
    pub(super) since: Since,
    /// The step's number, for people.
    pub(super) number: usize,
}

impl Exercise<'_> {
    /// Looks for it.
    pub(super) fn check(&self, check: &Check, answer: Option<&str>) -> Result<(), Refusal> {
        let (context, since) = (self.context, self.since);
        let connection = context.connection;
        let is_done = match check {
            Check::Sale { quantity, is_paid } => {
                let quantity = quantity.parse::<Quantity>().map_err(Refusal::from)?;
                let item = items::find_by_code(connection, code(self.lesson.item.as_ref())?)?;
                match (self.customer()?, item) {
                    (Some(customer), Some(item)) => {
                        courses::has_sale(connection, since, customer, item, quantity, *is_paid)?
                    }
                    _ => false,
                }
            }
            Check::Receipt { amount } => match self.customer()? {
                Some(customer) => {
                    let amount = context.amount(amount, "amount")?;
                    courses::has_receipt(connection, since, customer, amount)?
                }
                None => false,
            },
            Check::Entry { debit, credit, amount } => {
                let amount = context.amount(amount, "amount")?;
                courses::has_entry(connection, since, debit, credit, amount)?
            }
            Check::Reversal {} => courses::has_reversal(connection, since)?,
            Check::Figure(asked) => return self.check_answer(asked, answer),
        };
        match is_done {
            true => Ok(()),
            false => Err(Refusal::new(Code::ExerciseNotDone).with("number", self.number)),
        }
    }

    fn customer(&self) -> Result<Option<kontor_ledger::party::PartyId>, Refusal> {
        let customer = code(self.lesson.customer.as_ref())?;
        Ok(parties::find_by_code(self.context.connection, customer)?)
    }

    fn check_answer(&self, asked: &Figure, answer: Option<&str>) -> Result<(), Refusal> {
        let given = self.context.amount(answer.unwrap_or_default(), "answer")?;
        let values = figures(self.context, asked, std::slice::from_ref(&asked.row))?;
        match values.first() {
            Some(right) if *right == given => Ok(()),
            _ => Err(Refusal::new(Code::AnswerWrong).with("field", "answer")),
        }
    }
}

fn code(code: Option<&String>) -> Result<&str, Refusal> {
    code.map(String::as_str).ok_or_else(|| Refusal::bug("course without a cast"))
}

/// The values of some rows in the column asked for.
fn figures(context: &Context<'_>, asked: &Figure, rows: &[String]) -> Result<Vec<Amount>, Refusal> {
    let request = GetStatement { name: asked.statement.clone(), ..GetStatement::default() };
    let statement = make(context, &request, resolve(context, &request)?, &Unposted::default())?;
    let column = statement.columns.iter().position(|column| column.key == asked.column);
    let column = column.ok_or_else(|| Refusal::bug(format!("no column {}", asked.column)))?;
    rows.iter()
        .map(|key| {
            let row = statement.row(key);
            let value = row.and_then(|row| row.values.get(column)).copied();
            value.ok_or_else(|| Refusal::bug(format!("no row {key}")))
        })
        .collect()
}

/// The figures to choose from, each once, the smallest first so that their order tells nothing.
pub(super) fn choices(context: &Context<'_>, asked: &Figure) -> Result<Vec<String>, Refusal> {
    let rows: Vec<String> = std::iter::once(&asked.row).chain(&asked.others).cloned().collect();
    let mut values = figures(context, asked, &rows)?;
    values.sort_unstable();
    values.dedup();
    Ok(values.into_iter().map(|value| context.text(value)).collect())
}
