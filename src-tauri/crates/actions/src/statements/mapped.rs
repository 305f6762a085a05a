//! One ledger seen under another standard: accounts take the place of their counterparts, and what that standard would
//! treat otherwise is listed. Nothing is revalued; profit and equity stay what they are.

use std::collections::BTreeMap;

use kontor_ledger::account::Class;
use kontor_ledger::money::Amount;
use kontor_reports::{Bilingual, Check, ColumnFigures, RowKind, Sources, Statement, StatementRow};

use super::GetStatement;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::standards::Standard;

/// The mappings there are: from, to, and the file.
const FILES: [(&str, &str, &str); 3] = [
    (
        "cn-small",
        "cn-enterprise",
        include_str!("../../../../../assets/charts/mappings/cn-small-cn-enterprise.csv"),
    ),
    ("cn-small", "ifrs", include_str!("../../../../../assets/charts/mappings/cn-small-ifrs.csv")),
    (
        "cn-small",
        "us-gaap",
        include_str!("../../../../../assets/charts/mappings/cn-small-us-gaap.csv"),
    ),
];

/// The statements that can be seen under another standard; cash-flow items have no counterparts.
const STATEMENTS: [&str; 3] = ["balance-sheet", "income-statement", "income-statement-by-nature"];

/// Where accounts go that have no counterpart, by class: next to what is other of its kind.
const ELSEWHERE: [(Class, &str); 5] = [
    (Class::Asset, "1221"),
    (Class::Liability, "2241"),
    (Class::Equity, "3104"),
    (Class::Cost, "4001"),
    (Class::ProfitLoss, "5602"),
];

/// From one chart to another.
pub(crate) struct Mapping {
    from: &'static Standard,
    to: &'static Standard,
    lines: BTreeMap<String, (String, String)>,
}

/// The mapping a request asks for, where it asks for one.
///
/// # Errors
/// When there is none, or the statement has no counterpart.
pub(crate) fn asked(
    context: &Context<'_>,
    request: &GetStatement,
) -> Result<Option<Mapping>, Refusal> {
    let Some(to) = request.under.as_deref() else { return Ok(None) };
    let from = context.facts.standard;
    if to == from.name {
        return Ok(None);
    }
    let file = FILES.iter().find(|(one, other, _)| *one == from.name && *other == to);
    let fits = STATEMENTS.contains(&request.name.as_str());
    let (Some((_, to, text)), true) = (file, fits) else {
        return Err(Refusal::new(Code::NoMapping)
            .with("standard", from.name)
            .with("under", to)
            .with("statement", &request.name)
            .with("field", "under"));
    };
    Mapping::read(from, to, text).map(Some)
}

impl Mapping {
    fn read(from: &'static Standard, to: &str, text: &str) -> Result<Self, Refusal> {
        let to = Standard::find(to).ok_or_else(|| Refusal::bug("mapping to no standard"))?;
        let mut lines = BTreeMap::new();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            let record = record.map_err(Refusal::bug)?;
            let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
            lines.insert(cell(0), (cell(1), cell(2)));
        }
        Ok(Self { from, to, lines })
    }

    /// The standard it leads to.
    pub(crate) fn standard(&self) -> &'static str {
        self.to.name
    }

    /// The counterpart of an account, and what of it is treated otherwise.
    pub(super) fn target(&self, context: &Context<'_>, code: &str) -> (&str, &str) {
        let beginnings = (1..=code.len()).rev().filter_map(|length| code.get(..length));
        for beginning in beginnings {
            if let Some((to, note)) = self.lines.get(beginning) {
                return (to, note);
            }
        }
        let account = context.facts.chart.find(code);
        let class = account.map_or(Class::Asset, |account| account.class);
        let elsewhere = ELSEWHERE.iter().find(|(one, _)| *one == class).map(|(_, code)| *code);
        let to = elsewhere.and_then(|code| self.lines.get(code));
        (to.map_or("", |(to, _)| to), "no-account")
    }

    /// Puts the counterparts in the place of the accounts.
    pub(super) fn apply(&self, context: &Context<'_>, column: &mut ColumnFigures) {
        for list in [&mut column.balances, &mut column.movements] {
            for (code, _) in list.iter_mut() {
                *code = self.target(context, code).0.to_owned();
            }
        }
        for (code, _, _) in &mut column.party_balances {
            *code = self.target(context, code).0.to_owned();
        }
    }

    /// Lists under a statement the accounts that the other standard would treat otherwise, with their amounts.
    pub(super) fn list_differences(
        &self,
        context: &Context<'_>,
        statement: &mut Statement,
        figures: &[ColumnFigures],
        is_balance: bool,
    ) -> Result<(), Refusal> {
        statement.sides = Vec::new();
        let mut rows = Vec::new();
        let names = names(self.to);
        let mut accounts: Vec<_> = context.facts.chart.accounts().collect();
        accounts.sort_by(|one, other| one.code.cmp(&other.code));
        let own = names_of(context)?;
        for account in accounts {
            let (to, note) = self.target(context, &account.code);
            if note.is_empty() || (account.class == Class::ProfitLoss) == is_balance {
                continue;
            }
            let mut values = Vec::new();
            for column in figures {
                let list = if is_balance { &column.balances } else { &column.movements };
                let of = list.iter().filter(|(code, _)| *code == account.code);
                values.push(Amount::sum(of.map(|(_, amount)| *amount))?);
            }
            if values.iter().all(|value| value.is_zero()) {
                continue;
            }
            let said = Bilingual::word(&format!("mapping-{note}"));
            let (from_zh, from_en) = own.get(&account.code).cloned().unwrap_or_default();
            let (to_zh, to_en) = names.get(to).cloned().unwrap_or_default();
            let code = &account.code;
            rows.push(StatementRow {
                row: String::new(),
                key: format!("difference-{code}"),
                label: Bilingual::new(
                    format!("{code} {from_zh} → {to} {to_zh}：{}", said.zh),
                    format!("{code} {from_en} → {to} {to_en}: {}", said.en),
                ),
                indent: 1,
                kind: RowKind::OfWhich,
                side: 0,
                values,
                sources: Sources { accounts: vec![to.to_owned()], ..Sources::default() },
            });
        }
        if !rows.is_empty() {
            statement.rows.push(StatementRow {
                row: String::new(),
                key: String::new(),
                label: Bilingual::word("mapping-differences"),
                indent: 0,
                kind: RowKind::Heading,
                side: 0,
                values: Vec::new(),
                sources: Sources::default(),
            });
            statement.rows.extend(rows);
        }
        Ok(())
    }

    /// The name of the standard it leads to.
    pub(crate) fn said(&self) -> Bilingual {
        Bilingual::word(&format!("standard-{}", self.to.name))
    }

    /// Checks that a figure is the same under both standards.
    pub(super) fn compare(
        &self,
        statement: &mut Statement,
        own: &Statement,
        row: &str,
        name: &str,
    ) {
        debug_assert_eq!(own.standard, self.from.name);
        for (place, column) in statement.columns.iter().enumerate() {
            let of = |one: &Statement| one.row(row).and_then(|row| row.values.get(place)).copied();
            let (left, right) = (of(statement).unwrap_or_default(), of(own).unwrap_or_default());
            let column = Some(column.key.clone());
            let name = name.to_owned();
            statement.checks.push(Check { name, column, holds: left == right, left, right });
        }
    }
}

/// The names of a chart's accounts by code.
fn names(standard: &Standard) -> BTreeMap<String, (String, String)> {
    let mut reader = csv::Reader::from_reader(standard.chart_csv.as_bytes());
    let named = reader.records().flatten().map(|record| {
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        (cell(0), (cell(3), cell(4)))
    });
    named.collect()
}

fn names_of(context: &Context<'_>) -> Result<BTreeMap<String, (String, String)>, Refusal> {
    let rows = kontor_store::accounts::list(context.connection)?.into_iter();
    Ok(rows.map(|row| (row.account.code, (row.name_zh, row.name_en))).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::demo::opened::{moment, opened};
    use serde_json::json;

    #[test]
    fn every_line_of_a_mapping_names_accounts_that_exist_and_a_note_with_words() {
        for (from, to, text) in FILES {
            let from = Standard::find(from).unwrap();
            let mapping = Mapping::read(from, to, text).unwrap();
            let (own, other) = (names(from), names(mapping.to));
            for (code, (target, note)) in &mapping.lines {
                assert!(own.contains_key(code), "{to}: {code} is no account of {}", from.name);
                assert!(other.contains_key(target), "{to} has no {target}");
                if !note.is_empty() {
                    let words = kontor_reports::words::Words::new(kontor_reports::Lang::Both);
                    assert!(words.has(&format!("mapping-{note}")), "{note}");
                }
            }
            for code in own.keys() {
                assert!(
                    mapping.lines.keys().any(|start| code.starts_with(start.as_str())),
                    "{to}: {code}"
                );
            }
        }
    }

    #[test]
    fn profit_and_equity_are_the_same_under_every_standard() {
        let (_folder, door) = opened("2026-03-20");
        let now = moment("2026-03-20", 0);
        for under in ["cn-enterprise", "ifrs", "us-gaap"] {
            for name in ["balance-sheet", "income-statement"] {
                let about = json!({"ask": "get_statement", "name": name, "period": "2026-02", "under": under});
                let statement = door.ask(about, &now).unwrap();
                for check in statement["checks"].as_array().unwrap() {
                    assert_eq!(check["holds"], true, "{under} {name} {check}");
                }
                let rows = statement["rows"].as_array().unwrap();
                let is_difference = |row: &serde_json::Value| {
                    row["key"].as_str().unwrap().starts_with("difference-")
                };
                assert!(name != "balance-sheet" || rows.iter().any(is_difference), "{under}");
            }
        }
        let about = json!({"ask": "behind_figure", "name": "balance-sheet", "row": "receivables",
            "column": "closing", "period": "2026-02", "under": "cn-enterprise"});
        let behind = door.ask(about, &now).unwrap();
        assert!(!behind["entries"].as_array().unwrap().is_empty());
        let about = json!({"ask": "get_statement", "name": "cash-flow", "period": "2026-02", "under": "ifrs"});
        assert_eq!(door.ask(about, &now).unwrap_err().code.word(), "no_mapping");
    }
}
