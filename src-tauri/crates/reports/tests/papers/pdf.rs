//! The papers themselves, taken apart again.

use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{
    ColumnFigures, ColumnKey, Format, Lang, ReportError, UnpostedCount, evaluate, layouts, render,
};
use lopdf::{Document, Object};
use sha2::{Digest, Sha256};

use super::company;

const NAMES: [&str; 3] = ["balance-sheet", "income-statement", "cash-flow"];

fn paper(name: &str, lang: Lang) -> Vec<u8> {
    render(&company::statement(name), Format::Pdf, &company::facts(lang)).unwrap()
}

fn words(document: &Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap()
}

fn all_papers() -> String {
    let mut digest = Sha256::new();
    for name in NAMES {
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            digest.update(paper(name, lang));
        }
    }
    let facts = company::facts(Lang::Both);
    digest.update(render(&company::many_accounts(60), Format::Pdf, &facts).unwrap());
    digest.update(render(&company::statement("cash-flow"), Format::Xlsx, &facts).unwrap());
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn statements_print_on_one_page_with_two_embedded_subsets() {
    for name in NAMES {
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            let document = Document::load_mem(&paper(name, lang)).unwrap();
            assert_eq!(document.get_pages().len(), 1, "{name} {lang:?}");
            let fonts: Vec<_> = dictionaries(&document, b"FontDescriptor").collect();
            assert_eq!(fonts.len(), 2);
            for font in fonts {
                let name = font.get(b"FontName").unwrap().as_name().unwrap();
                let name = String::from_utf8(name.to_vec()).unwrap();
                let (tag, face) = name.split_once('+').unwrap();
                assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()), "{name}");
                assert!(face.starts_with("NotoSansSC-"));
                let file = font.get(b"FontFile2").unwrap().as_reference().unwrap();
                assert!(
                    document.get_object(file).unwrap().as_stream().unwrap().content.len() > 1000
                );
            }
        }
    }
}

fn dictionaries<'a>(
    document: &'a Document,
    kind: &'static [u8],
) -> impl Iterator<Item = &'a lopdf::Dictionary> {
    let all = document.objects.values().filter_map(|object| object.as_dict().ok());
    all.filter(move |dictionary| dictionary.get_type().is_ok_and(|found| found == kind))
}

#[test]
fn what_is_printed_can_be_read_out_again() {
    let document = Document::load_mem(&paper("income-statement", Lang::Zh)).unwrap();
    let text = words(&document, 1);
    let expected = [
        "利润表",
        "会小企02表",
        "编制单位：宁波海砚贸易有限公司",
        "2026年3月31日",
        "单位：元",
        "城镇土地使用税、房产税、车船税、印花税",
        "311,400.00",
        "-290.88",
        "制表人：",
        "陈砚",
        "净利润与损益类科目发生额一致",
        "操作 4182",
        "校验码 7F3A C91D",
        "第 1 页，共 1 页",
    ];
    for words in expected {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let document = Document::load_mem(&paper("balance-sheet", Lang::Both)).unwrap();
    let text = words(&document, 1);
    for words in ["资产负债表", "Balance Sheet", "货币资金", "Cash and bank", "Company：宁波"]
    {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn dates_and_title_come_from_the_request_and_no_standard_is_claimed() {
    let document = Document::load_mem(&paper("balance-sheet", Lang::En)).unwrap();
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = document.get_dictionary(info).unwrap();
    let date = info.get(b"CreationDate").unwrap().as_str().unwrap();
    assert_eq!(date, b"D:20260331000000+00'00'");
    assert!(info.get(b"GTS_PDFXVersion").is_err());
    let title: Vec<u8> =
        [0xfe, 0xff].into_iter().chain("Balance Sheet".bytes().flat_map(|b| [0, b])).collect();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), title);
    assert!(matches!(document.trailer.get(b"ID"), Ok(Object::Array(id)) if id.len() == 2));
}

#[test]
fn a_long_trial_balance_repeats_its_heads_and_is_signed_once() {
    let statement = company::many_accounts(200);
    let bytes = render(&statement, Format::Pdf, &company::facts(Lang::Zh)).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let pages = u32::try_from(document.get_pages().len()).unwrap();
    assert!(pages > 3);
    for page in 1..=pages {
        let text = words(&document, page);
        for head in ["科目余额表", "科目编码", "期初余额", &format!("第 {page} 页，共 {pages} 页")]
        {
            assert!(text.contains(head), "{head} on page {page}");
        }
        assert_eq!(text.contains("制表人："), page == pages);
        assert_eq!(text.contains("合计"), page == pages);
    }
    assert!(words(&document, pages).contains("1200"), "the total does not stand alone");
}

#[test]
fn a_failed_check_is_printed_with_both_sums() {
    let mut statement = company::statement("cash-flow");
    statement.checks[0].holds = false;
    statement.checks[0].right = Amount::from_minor(100);
    let bytes = render(&statement, Format::Pdf, &company::facts(Lang::Zh)).unwrap();
    let text = words(&Document::load_mem(&bytes).unwrap(), 1);
    assert!(text.contains("不符，205,179.12 与 1.00"), "{text}");
}

#[test]
fn entries_not_yet_posted_are_announced_over_the_table() {
    let mut facts = company::facts(Lang::Zh);
    facts.unposted = Some(UnpostedCount { included: 3, left_out: 0 });
    let bytes = render(&company::statement("cash-flow"), Format::Pdf, &facts).unwrap();
    let text = words(&Document::load_mem(&bytes).unwrap(), 1);
    assert_eq!(text.matches("含未记账凭证 3 张").count(), 2);
}

#[test]
fn a_character_without_glyph_is_an_error_that_names_it_and_its_place() {
    let mut facts = company::facts(Lang::Zh);
    facts.company = "宁波海砚😀公司".to_owned();
    let refused = render(&company::statement("cash-flow"), Format::Pdf, &facts);
    let text = "编制单位：宁波海砚😀公司".to_owned();
    assert_eq!(refused, Err(ReportError::NoGlyph { character: '😀', text }));
}

#[test]
fn rare_and_traditional_characters_and_long_names_print() {
    let mut facts = company::facts(Lang::Both);
    facts.company = "㛃𬭼臺灣龘—Łódź Škoda (Hong Kong) ".repeat(4);
    facts.company = facts.company.replace('龘', "");
    facts.prepared_by = Some("镕 喆".to_owned());
    let bytes = render(&company::statement("balance-sheet"), Format::Pdf, &facts).unwrap();
    let text = words(&Document::load_mem(&bytes).unwrap(), 1);
    assert!(text.contains("臺灣") && text.contains("𬭼"), "{text}");
}

#[test]
fn the_largest_amounts_are_neither_cut_nor_refused() {
    let mut column = ColumnFigures::empty(ColumnKey::Closing);
    column.balances.push(("1001".to_owned(), Amount::from_minor(i64::MAX)));
    column.balances.push(("3001".to_owned(), Amount::from_minor(-i64::MAX)));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    let layout = layouts::find("cn-small", "balance-sheet", day).unwrap().unwrap();
    let opening = ColumnFigures { key: ColumnKey::Opening, ..column.clone() };
    let sheet = evaluate(layout, &[column, opening], Currency::CNY).unwrap();
    let bytes = render(&sheet, Format::Pdf, &company::facts(Lang::Zh)).unwrap();
    let text = words(&Document::load_mem(&bytes).unwrap(), 1);
    assert!(text.contains("92,233,720,368,547,758.07"));
}

#[test]
fn papers_are_the_same_bytes_twice_and_in_another_process() {
    let here = all_papers();
    if std::env::var_os("KONTOR_PRINT_DIGEST").is_some() {
        println!("digest {here}");
        return;
    }
    assert_eq!(here, all_papers());
    let other = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "pdf::papers_are_the_same_bytes_twice_and_in_another_process",
            "--nocapture",
        ])
        .env("KONTOR_PRINT_DIGEST", "1")
        .output()
        .unwrap();
    let said = String::from_utf8(other.stdout).unwrap();
    assert!(said.contains(&format!("digest {here}")), "{said}");
}
