//! The data the program ships and the companies of the cases, read completely by the readers users' files go through.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use kontor_exchange::{
    AccountRow, Activity, CashFlowItemRow, Entries, Entry, EntryKind, ItemRow, OpeningRow,
    PartyRow, Side,
};
use kontor_ledger::money::{Amount, Currency};
use rust_decimal::Decimal;

use crate::open;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn cash_flow_items() -> Vec<CashFlowItemRow> {
    open(&root().join("assets/charts/cash-flow-items.csv")).map(|row| row.unwrap().1).collect()
}

fn charts() -> Vec<(String, Vec<AccountRow>)> {
    let folder = std::fs::read_dir(root().join("assets/charts")).unwrap();
    let paths = folder.map(|file| file.unwrap().path());
    let charts = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .filter(|path| {
            path.file_stem().is_some_and(|stem| stem != "cash-flow-items" && stem != "non-monetary")
        });
    charts
        .map(|path| {
            let standard = path.file_stem().unwrap().to_string_lossy().into_owned();
            (standard, open(&path).map(|row| row.unwrap().1).collect())
        })
        .collect()
}

#[test]
fn every_chart_is_a_tree_of_accounts() {
    let charts = charts();
    let mut sizes: Vec<_> =
        charts.iter().map(|(name, chart)| (name.as_str(), chart.len())).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [("cn-enterprise", 157), ("cn-small", 203), ("ifrs", 83), ("us-gaap", 75)]);
    for (standard, accounts) in charts {
        let mut known: HashMap<&str, &AccountRow> = HashMap::new();
        for account in &accounts {
            let code = &account.code;
            let level = match &account.parent {
                Some(parent) => {
                    let parent =
                        known.get(parent.as_str()).unwrap_or_else(|| panic!("{standard} {code}"));
                    assert!(
                        code.starts_with(&parent.code) && account.class == parent.class,
                        "{code}"
                    );
                    assert_eq!(account.is_cash, parent.is_cash, "{code}");
                    parent.level.unwrap() + 1
                }
                None => 1,
            };
            assert_eq!(account.level, Some(level), "{standard} {code}");
            assert!(!account.name_en.is_empty(), "{standard} {code}");
            assert!(known.insert(code, account).is_none(), "{standard} {code} is there twice");
        }
    }
}

#[test]
fn every_account_knows_its_part_of_the_cash_flow_statement() {
    let items = cash_flow_items();
    for (standard, accounts) in charts() {
        for account in accounts {
            let code = &account.code;
            assert_eq!(account.is_cash, account.activity.is_none(), "{standard} {code}");
            assert!(
                !matches!(account.activity, Some(Activity::Transfer | Activity::Exchange)),
                "{code}"
            );
            for item in [&account.cash_in_default, &account.cash_out_default].into_iter().flatten()
            {
                let is_known =
                    items.iter().any(|known| known.standard == standard && known.code == *item);
                assert!(is_known, "{standard} {code} {item}");
            }
        }
    }
}

#[test]
fn cash_flow_items_are_unique_within_their_standard() {
    let mut seen = HashSet::new();
    let items = cash_flow_items();
    assert_eq!(items.len(), 67);
    assert!(items.iter().all(|item| seen.insert((item.standard.clone(), item.code.clone()))));
}

#[test]
fn rates_are_readable_and_in_order() {
    let folder = std::fs::read_dir(root().join("assets/rates")).unwrap();
    let files = folder.map(|file| file.unwrap().path());
    let mut tables = files.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let read = |path: PathBuf| std::fs::read_to_string(path).unwrap().parse().unwrap();
    assert_eq!(tables.by_ref().map(read).inspect(assert_rates).count(), 3);
}

fn assert_rates(table: &toml::Table) {
    let list = |name: &str| {
        table.get(name).map(|list| list.as_array().unwrap().clone()).unwrap_or_default()
    };
    let day = |entry: &toml::Value, name: &str| {
        entry.get(name).map(|day| day.to_string().parse::<NaiveDate>().unwrap())
    };
    let mut ids = HashSet::new();
    for rate in list("rates") {
        let id = rate["id"].as_str().unwrap().to_owned();
        let kind = rate["kind"].as_str().unwrap();
        assert!(["taxed", "zero-rated", "exempt", "outside"].contains(&kind), "{id}");
        let percent = rate
            .get("percent")
            .map(|percent| percent.as_str().unwrap().parse::<Decimal>().unwrap());
        match kind {
            "taxed" => assert!(percent.is_some_and(|percent| percent > Decimal::ZERO), "{id}"),
            "zero-rated" => assert_eq!(percent, Some(Decimal::ZERO)),
            _ => assert_eq!(percent, None, "{id}"),
        }
        if let Some(taxpayer) = rate.get("taxpayer") {
            assert!(["general", "small-scale"].contains(&taxpayer.as_str().unwrap()), "{id}");
        }
        if let Some(reduced) = rate.get("reduces") {
            assert!(ids.contains(reduced.as_str().unwrap()), "{id}");
        }
        let from = day(&rate, "valid_from").unwrap();
        assert!(day(&rate, "valid_to").is_none_or(|to| from <= to), "{id}");
        for text in [&rate["label"]["zh"], &rate["label"]["en"], &rate["source"]] {
            assert!(!text.as_str().unwrap().is_empty(), "{id}");
        }
        assert!(ids.insert(id));
    }
    let mut until: BTreeMap<String, NaiveDate> = BTreeMap::new();
    for threshold in list("thresholds") {
        let id = threshold["id"].as_str().unwrap();
        let from = day(&threshold, "valid_from").unwrap();
        let to = day(&threshold, "valid_to").unwrap_or(NaiveDate::MAX);
        assert!(from <= to && until.get(id).is_none_or(|before| *before < from), "{id}");
        until.insert(id.to_owned(), to);
        for name in ["monthly", "quarterly"] {
            Amount::parse(threshold[name].as_str().unwrap(), Currency::CNY).unwrap();
        }
    }
}

/// An account's debits minus its credits.
type Balances = BTreeMap<String, Amount>;

fn add(balances: &mut Balances, account: &str, debit: Amount, credit: Amount) {
    let balance = balances.entry(account.to_owned()).or_default();
    *balance = balance.plus(debit).unwrap().minus(credit).unwrap();
}

#[test]
fn the_first_case_adds_up_to_its_trial_balance() {
    let case = root().join("tests/cases/case1");
    let chart: HashSet<String> = charts()
        .into_iter()
        .filter(|(standard, _)| standard == "cn-small")
        .flat_map(|(_, accounts)| accounts)
        .map(|account| account.code)
        .collect();
    let parties: HashSet<String> =
        open::<PartyRow>(&case.join("parties.csv")).map(|row| row.unwrap().1.code).collect();
    let items: HashSet<String> =
        open::<ItemRow>(&case.join("items.csv")).map(|row| row.unwrap().1.code).collect();
    let mut balances = Balances::new();
    for row in open::<OpeningRow>(&case.join("opening.csv")) {
        let row = row.unwrap().1;
        assert!(chart.contains(&row.account));
        add(&mut balances, &row.account, row.debit, row.credit);
    }
    assert_eq!(Amount::sum(balances.values().copied()), Ok(Amount::ZERO));

    let entries = Entries::open(&case.join("entries.csv"), Currency::CNY).unwrap();
    let entries: Vec<Entry> = entries.map(|entry| entry.unwrap().1).collect();
    let closing = entries.iter().filter(|entry| entry.kind == EntryKind::Closing).count();
    assert_eq!((entries.len(), closing), (49, 6));
    for entry in &entries {
        let mut sum = Balances::new();
        for (_, line) in &entry.lines {
            assert!(chart.contains(&line.account));
            assert!(line.party.as_ref().is_none_or(|party| parties.contains(party)));
            assert!(line.item.as_ref().is_none_or(|item| items.contains(item)));
            add(&mut balances, &line.account, line.debit, line.credit);
            add(&mut sum, "entry", line.debit, line.credit);
        }
        assert_eq!(sum["entry"], Amount::ZERO, "{}", entry.entry);
    }

    let mut expected = csv::Reader::from_path(case.join("expected/trial-balance.csv")).unwrap();
    let mut seen = HashSet::new();
    for record in expected.records() {
        let record = record.unwrap();
        let amount = |column: usize| Amount::parse(&record[column], Currency::CNY).unwrap();
        let closing = amount(6).minus(amount(7)).unwrap();
        assert_eq!(balances[&record[0]], closing, "{}", &record[0]);
        seen.insert(record[0].to_owned());
    }
    assert!(balances.iter().all(|(account, balance)| seen.contains(account) || balance.is_zero()));
}

#[test]
fn contra_accounts_stand_on_the_other_side() {
    for (_, accounts) in charts() {
        for account in accounts.iter().filter(|account| account.name_zh.starts_with("累计")) {
            assert_eq!(account.normal_balance, Side::Credit, "{}", account.code);
        }
    }
}
