//! The lines of a voucher measured: broken to their columns, and divided over as many halves as they need.

use super::form::{AMOUNT, Form, LEFT, RIGHT};
use crate::error::ReportError;
use crate::money_text::printed;
use crate::pdf::grid::{Line, PADDING, block};
use crate::pdf::marks::{Ink, Type};
use crate::pdf::wrap::wrap;
use crate::voucher::{Voucher, VoucherLine};
use kontor_ledger::money::Amount;

/// The type of a line, and of what accompanies it.
const SIZE: f32 = 8.5;
const SMALL: f32 = 6.8;
/// The least height of a row, and the height that rows have on one half.
pub(super) const ROW: f32 = 8.4;
pub(super) const BODY: f32 = 67.2;
/// What is longer than this goes on in the next row, so that any row fits on a half.
const MOST_LINES: usize = 12;

/// A row: the cells' lines and its height.
pub(super) struct Row {
    pub(super) memo: Vec<Line>,
    pub(super) account: Vec<Line>,
    pub(super) debit: Vec<Line>,
    pub(super) credit: Vec<Line>,
    pub(super) height: f32,
}

/// The widths of memo and account.
pub(super) fn widths() -> (f32, f32) {
    let rest = RIGHT - LEFT - 2.0 * AMOUNT;
    (rest * 0.44, rest * 0.56)
}

impl Form<'_> {
    /// The rows of a voucher, half by half.
    pub(super) fn rows(&self, voucher: &Voucher) -> Result<Vec<Vec<Row>>, ReportError> {
        let mut halves = vec![Vec::new()];
        let mut used = 0.0;
        for line in &voucher.lines {
            for row in self.rows_of(line)? {
                if used + row.height > BODY + 0.05 {
                    halves.push(Vec::new());
                    used = 0.0;
                }
                used += row.height;
                if let Some(half) = halves.last_mut() {
                    half.push(row);
                }
            }
        }
        Ok(halves)
    }

    fn rows_of(&self, line: &VoucherLine) -> Result<Vec<Row>, ReportError> {
        let (memo_width, account_width) = widths();
        let memo = self.broken(&line.memo, Type::new(SIZE), memo_width);
        let names = line.name.lines(self.facts.lang);
        let mut account = Vec::new();
        for (place, name) in names.into_iter().enumerate() {
            let (text, style) = match place {
                0 => (format!("{} {name}", line.account), Type::new(SIZE)),
                _ => (name.to_owned(), Type::new(SMALL).grey()),
            };
            account.extend(self.broken(&text, style, account_width));
        }
        account.extend(self.broken(&line.detail, Type::new(SMALL).grey(), account_width));
        let (debit, credit) = (self.amount(line.debit)?, self.amount(line.credit)?);
        let mut rows = Vec::new();
        let (mut memos, mut accounts) = (memo.chunks(MOST_LINES), account.chunks(MOST_LINES));
        loop {
            let (memo, account) = (memos.next(), accounts.next());
            if memo.is_none() && account.is_none() && !rows.is_empty() {
                return Ok(rows);
            }
            let (memo, account) = (memo.unwrap_or_default(), account.unwrap_or_default());
            let is_first = rows.is_empty();
            let only_first = |lines: &Vec<Line>| if is_first { lines.clone() } else { Vec::new() };
            rows.push(Row {
                memo: memo.to_vec(),
                account: account.to_vec(),
                debit: only_first(&debit),
                credit: only_first(&credit),
                height: (block(memo).max(block(account)) + 1.4).max(ROW),
            });
        }
    }

    fn broken(&self, text: &str, style: Type, width: f32) -> Vec<Line> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let broken = wrap(text, width - 2.0 * PADDING, |part| style.width(part, self.faces));
        broken.into_iter().map(|text| Line { text, style, indent: 0.0 }).collect()
    }

    /// An amount, red and with its minus when it is negative, as small as it must be to fit.
    pub(super) fn amount(&self, amount: Amount) -> Result<Vec<Line>, ReportError> {
        if amount.is_zero() {
            return Ok(Vec::new());
        }
        let text = printed(amount, self.currency);
        let ink = if amount.is_negative() { Ink::Red } else { Ink::Black };
        for size in [SIZE + 0.5, SIZE, SMALL, 5.5] {
            let style = Type { ink, ..Type::new(size) };
            if style.width(&text, self.faces) <= AMOUNT - 2.0 * PADDING {
                return Ok(vec![Line { text, style, indent: 0.0 }]);
            }
        }
        Err(ReportError::TooWide { text })
    }
}
