//! Entries on paper, taken apart again.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{
    Bilingual, Lang, ReportError, Voucher, VoucherLine, VoucherMark, VoucherSheet, VoucherState,
    vouchers,
};
use lopdf::Document;

use super::company;

fn line(memo: &str, debit: i64, credit: i64) -> VoucherLine {
    VoucherLine {
        memo: memo.to_owned(),
        account: "560212".to_owned(),
        name: Bilingual::new("管理费用", "General and administrative expenses"),
        detail: "甬江软件有限公司".to_owned(),
        debit: Amount::from_minor(debit),
        credit: Amount::from_minor(credit),
    }
}

fn voucher(number: i64, lines: Vec<VoucherLine>) -> Voucher {
    let sum = |side: fn(&VoucherLine) -> Amount| Amount::sum(lines.iter().map(side)).unwrap();
    Voucher {
        state: VoucherState::Posted("记".to_owned(), number),
        date: NaiveDate::from_ymd_opt(2026, 3, 15).unwrap(),
        totals: (sum(|line| line.debit), sum(|line| line.credit)),
        lines,
        attachments: 2,
        reverses: None,
        posted_by: Some("陈砚".to_owned()),
        reviewed_by: None,
        prepared_by: "陈砚".to_owned(),
        signed_by: None,
        mark: Some(VoucherMark::OnePerson),
    }
}

fn plain(number: i64) -> Voucher {
    voucher(number, vec![line("三月份电费", 50_000, 0), line("三月份电费", 0, 50_000)])
}

fn printed(list: &[Voucher], sheet: VoucherSheet, lang: Lang) -> Document {
    let bytes = vouchers(list, sheet, Currency::CNY, &company::facts(lang)).unwrap();
    Document::load_mem(&bytes).unwrap()
}

fn words(document: &Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap()
}

#[test]
fn a_voucher_says_what_a_bound_voucher_must_say() {
    let document = printed(&[plain(12)], VoucherSheet::A5, Lang::Zh);
    let text = words(&document, 1);
    for expected in [
        "记 账 凭 证",
        "记字第 12 号",
        "2026年3月15日",
        "附单据 2 张",
        "三月份电费",
        "560212 管理费用",
        "甬江软件有限公司",
        "500.00",
        "伍佰元整",
        "制单：",
        "审核：",
        "出纳：",
        "记账：",
        "陈砚",
        "制单与记账为同一人",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn long_entries_go_on_and_their_total_stands_on_the_last_page() {
    let lines =
        (0..30).map(|n| line("明细", i64::from(n % 2 == 0) * 100, i64::from(n % 2 == 1) * 100));
    let document = printed(&[voucher(7, lines.collect())], VoucherSheet::A5, Lang::Both);
    let pages = u32::try_from(document.get_pages().len()).unwrap();
    assert!(pages > 2, "{pages}");
    for page in 1..=pages {
        let text = words(&document, page);
        assert!(text.contains(&format!("({page}/{pages})")), "{text}");
        assert_eq!(text.contains("壹拾伍元整"), page == pages, "{text}");
        assert_eq!(text.contains("转下页"), page < pages);
    }
}

#[test]
fn two_stand_on_a_page_of_a4_and_the_order_is_kept() {
    let list: Vec<Voucher> = (1..=5).map(plain).collect();
    let document = printed(&list, VoucherSheet::A4Two, Lang::En);
    assert_eq!(document.get_pages().len(), 3);
    let first = words(&document, 1);
    assert!(first.find("No. 记-1") < first.find("No. 记-2"), "{first}");
    assert!(words(&document, 3).contains("No. 记-5"));
    assert!(first.contains("Five hundred only"), "{first}");
}

#[test]
fn drafts_and_reversals_are_marked_by_words_and_negative_amounts_by_a_minus() {
    let mut draft = plain(1);
    draft.state = VoucherState::Draft(3);
    draft.posted_by = None;
    let mut red = voucher(2, vec![line("冲销", -50_000, 0), line("冲销", 0, -50_000)]);
    red.reverses = Some("记-1".to_owned());
    let document = printed(&[draft, red], VoucherSheet::A5, Lang::Zh);
    let text = words(&document, 1);
    assert!(text.contains("草稿 3") && text.contains("草稿，未记账"), "{text}");
    let text = words(&document, 2);
    for expected in ["红字冲销 记-1", "-500.00", "负伍佰元整"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_same_vouchers_give_the_same_bytes() {
    let make = || {
        let facts = company::facts(Lang::Both);
        vouchers(&[plain(1), plain(2)], VoucherSheet::A4Two, Currency::CNY, &facts).unwrap()
    };
    assert_eq!(make(), make());
}

#[test]
fn a_memo_of_any_length_prints_whole_and_an_amount_too_wide_is_refused() {
    let memo = "摘要很长".repeat(60);
    let lines = vec![line(&memo, 100, 0), line("对方", 0, 100)];
    let document = printed(&[voucher(1, lines)], VoucherSheet::A5, Lang::Zh);
    let pages = u32::try_from(document.get_pages().len()).unwrap();
    let all: String = (1..=pages).map(|page| words(&document, page)).collect();
    assert_eq!(all.replace('\n', "").matches("很长").count(), 60);
    let wide = voucher(1, vec![line("", i64::MAX, 0), line("", 0, i64::MAX)]);
    let facts = company::facts(Lang::Zh);
    let bytes = vouchers(&[wide], VoucherSheet::A5, Currency::CNY, &facts);
    assert!(!matches!(bytes, Err(ReportError::NoGlyph { .. })), "{bytes:?}");
}
