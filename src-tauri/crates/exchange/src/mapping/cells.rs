//! The forms in which programs write one thing: numbers of vouchers, accounts with their names, parties, days, sides.

use chrono::{Days, NaiveDate};

use crate::values;

/// A day in the form `2026-01-05`; what is none is left as it stands, so that the fault shows it.
pub(crate) fn day(text: &str, counts_from_1904: bool) -> String {
    let plain = text.split([' ', 'T']).next().unwrap_or_default().trim();
    let plain = plain.replace(['年', '月', '.', '/'], "-").replace('日', "");
    if let Ok(date) = values::date(&plain) {
        return date.to_string();
    }
    serial_day(&plain, counts_from_1904).map_or_else(|| text.to_owned(), |day| day.to_string())
}

/// The day of a serial number: spreadsheets count from 1899-12-30, some from 1904-01-01.
fn serial_day(text: &str, counts_from_1904: bool) -> Option<NaiveDate> {
    let serial: u64 = text.parse().ok().filter(|serial| (15_000..80_000).contains(serial))?;
    let first = if counts_from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    };
    first?.checked_add_days(Days::new(serial))
}

/// An amount without blanks; one in brackets is negative, a dash is nothing.
pub(crate) fn amount(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if matches!(plain.as_str(), "-" | "—" | "--" | "——") {
        return String::new();
    }
    let inner = plain.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    inner.map_or(plain.clone(), |inner| format!("-{inner}"))
}

/// Whether an amount says something other than nothing.
pub(crate) fn is_something(text: &str) -> bool {
    text.chars().any(|c| !matches!(c, '0' | '.' | ',' | '-' | '+' | '¥' | '￥'))
}

/// The other sign of an amount.
pub(crate) fn negated(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(rest) => rest.to_owned(),
        None if is_something(text) => format!("-{text}"),
        None => text.to_owned(),
    }
}

/// A side: whether it is the debit; nothing where the account is even or the word is none.
pub(crate) fn is_debit(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "借" | "借方" | "d" | "dr" | "debit" | "0" => Some(true),
        "贷" | "贷方" | "c" | "cr" | "credit" | "1" => Some(false),
        _ => None,
    }
}

/// `记-1`, `记字第0001号`, `转 3`: the word and the number.
pub(crate) fn word_number(text: &str) -> (String, String) {
    let first = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (before, after) = text.split_at_checked(first).unwrap_or((text, ""));
    (word(before), number(after))
}

/// The word of a voucher without what surrounds it.
pub(crate) fn word(text: &str) -> String {
    let bare = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '－' | '—' | '_' | '字' | '第' | '号' | '.')
    });
    match bare {
        "记账" | "记帐" | "记账凭证" => "记",
        "收款" | "收款凭证" => "收",
        "付款" | "付款凭证" => "付",
        "转账" | "转帐" | "转账凭证" => "转",
        other => other,
    }
    .to_owned()
}

/// The number of a voucher without leading zeros.
pub(crate) fn number(text: &str) -> String {
    let text = text.trim().trim_end_matches('号').trim();
    let bare = text.trim_start_matches('0');
    if bare.is_empty() { text.to_owned() } else { bare.to_owned() }
}

/// `1002.01 银行存款_工商银行`: the code and the names; a code alone and names alone are fine too.
pub(crate) fn account(text: &str) -> (&str, &str) {
    let text = text.trim();
    let is_code = |c: char| c.is_ascii_digit() || c == '.';
    let end = text.find(|c: char| !is_code(c)).unwrap_or(text.len());
    let (code, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    // Dashes divide the levels of a code too: `1002-01`.
    if rest.chars().all(|c| is_code(c) || c == '-') {
        return (text, "");
    }
    if code.len() < 3 {
        return if text.is_ascii() && !text.contains(' ') { (text, "") } else { ("", text) };
    }
    (code, rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '/')))
}

/// The names of an account and those above it, from the top: `管理费用_办公费`.
#[must_use]
pub fn path(name: &str) -> Vec<&str> {
    name.split(['_', '-', '/', '\\', '—', '－', '＿'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// What an auxiliary item is of, as far as a book of ours tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum AuxiliaryClass {
    /// 客户.
    Customer,
    /// 供应商.
    Supplier,
    /// 职员.
    Employee,
    /// 存货.
    Item,
    /// A department, a project: not kept.
    Other,
}

/// The class of a word; nothing where the word names none.
pub(crate) fn class_of(text: &str) -> Option<AuxiliaryClass> {
    Some(match text.trim() {
        "客户" | "往来单位" | "customer" => AuxiliaryClass::Customer,
        "供应商" | "供货商" | "supplier" | "vendor" => AuxiliaryClass::Supplier,
        "职员" | "个人" | "人员" | "员工" | "employee" => AuxiliaryClass::Employee,
        "存货" | "商品" | "物料" | "item" => AuxiliaryClass::Item,
        "部门" | "项目" | "地区" | "现金流量" | "department" | "project" => {
            AuxiliaryClass::Other
        }
        _ => return None,
    })
}

/// One auxiliary item of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Auxiliary {
    pub(crate) class: Option<AuxiliaryClass>,
    pub(crate) code: String,
    pub(crate) name: String,
}

/// `客户:K001 某公司;部门:01 销售部`, `[001]某公司`, `K001/某公司`: each item with its code and name.
pub(crate) fn auxiliaries(text: &str) -> Vec<Auxiliary> {
    let parts = text.split([';', '；', '|', '\t']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(auxiliary).collect()
}

fn auxiliary(text: &str) -> Auxiliary {
    let (class, rest) = match text.split_once([':', '：']) {
        Some((before, after)) if class_of(before).is_some() => (class_of(before), after.trim()),
        _ => (None, text),
    };
    let (code, name) = code_and_name(rest);
    Auxiliary { class, code: code.to_owned(), name: name.to_owned() }
}

/// `[001]某公司`, `001 某公司`, `001-某公司`, `某公司`, `001`.
pub(crate) fn code_and_name(text: &str) -> (&str, &str) {
    let text = text.trim();
    for (open, close) in [('[', ']'), ('【', '】'), ('(', ')'), ('（', '）')] {
        let inside = text.strip_prefix(open).and_then(|rest| rest.split_once(close));
        if let Some((code, name)) = inside {
            return (code.trim(), name.trim_start_matches(['-', '/', '_']).trim());
        }
    }
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let end = text.find(|c: char| !is_code(c)).unwrap_or(text.len());
    let (code, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let has_digit = code.chars().any(|c| c.is_ascii_digit());
    let is_divided = rest.starts_with([' ', '-', '/', '_', '\u{3000}']);
    if has_digit && rest.is_empty() {
        return (code, "");
    }
    if has_digit && is_divided {
        let name =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '_'));
        return (code, name);
    }
    ("", text)
}

/// The three letters of a currency that a program names in words; what is none is left.
pub(crate) fn currency(text: &str) -> String {
    match text.trim() {
        "人民币" | "RMB" | "rmb" | "本位币" => "CNY",
        "美元" | "美金" => "USD",
        "港币" | "港元" => "HKD",
        "欧元" => "EUR",
        "日元" | "日币" => "JPY",
        "英镑" => "GBP",
        "澳元" => "AUD",
        "加元" => "CAD",
        "新加坡元" => "SGD",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_vouchers_in_every_form() {
        let told = |text| {
            let (word, number) = word_number(text);
            format!("{word}|{number}")
        };
        assert_eq!(told("记-1"), "记|1");
        assert_eq!(told("记 - 0012"), "记|12");
        assert_eq!(told("记字第3号"), "记|3");
        assert_eq!(told("转账-7"), "转|7");
        assert_eq!(told("12"), "|12");
    }

    #[test]
    fn days_in_every_form() {
        for text in [
            "2026-1-5",
            "2026/01/05",
            "20260105",
            "2026.01.05",
            "2026年1月5日",
            "46027",
            "2026-01-05 00:00:00",
        ] {
            assert_eq!(day(text, false), "2026-01-05", "{text}");
        }
        assert_eq!(day("44565", true), "2026-01-05");
        assert_eq!(day("月末", false), "月末");
    }

    #[test]
    fn accounts_and_parties_in_every_form() {
        assert_eq!(account("1002.01"), ("1002.01", ""));
        assert_eq!(account("1002 银行存款_工行"), ("1002", "银行存款_工行"));
        assert_eq!(account("管理费用_办公费"), ("", "管理费用_办公费"));
        assert_eq!(account("1002-01"), ("1002-01", ""));
        let one = |text| {
            let all = auxiliaries(text);
            all.into_iter()
                .map(|one| format!("{:?}/{}/{}", one.class, one.code, one.name))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(one("客户:K001 某公司"), "Some(Customer)/K001/某公司");
        assert_eq!(one("[001]某公司"), "None/001/某公司");
        assert_eq!(one("供应商：某公司"), "Some(Supplier)//某公司");
        assert_eq!(one("部门:01 销售部;客户:02-甲"), "Some(Other)/01/销售部 Some(Customer)/02/甲");
        assert_eq!(one("3M中国"), "None//3M中国");
    }

    #[test]
    fn amounts_in_every_form() {
        assert_eq!(amount("(1,234.50)"), "-1,234.50");
        assert_eq!(amount(" - "), "");
        assert_eq!(negated("-5"), "5");
        assert_eq!(negated("5"), "-5");
        assert!(!is_something("0.00") && is_something("0.01"));
    }
}
