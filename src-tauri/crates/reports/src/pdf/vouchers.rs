//! Entries as they are bound: each on a half of A4, two of them on a sheet of A4 or each on one of A5.

mod form;
mod rows;

use kontor_ledger::money::Currency;

use super::Sheet;
use super::faces::Faces;
use super::marks::{Ink, Page};
use super::save::{self, About};
use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::voucher::{Voucher, VoucherSheet};
use crate::words::Words;
use form::{Form, HEIGHT, WIDTH};

/// The vouchers as a PDF.
pub(crate) fn pdf(
    vouchers: &[Voucher],
    sheet: VoucherSheet,
    currency: Currency,
    facts: &PaperFacts,
) -> Result<Vec<u8>, ReportError> {
    let faces = Faces::embedded()?;
    let form = Form { faces: &faces, facts, currency };
    let mut halves = Vec::new();
    for voucher in vouchers {
        halves.extend(form.halves(voucher)?);
    }
    let (pages, sheet) = match sheet {
        VoucherSheet::A5 => (halves, Sheet { width: WIDTH, height: HEIGHT, margin: 0.0 }),
        VoucherSheet::A4Two => {
            let pages = halves.chunks(2).map(two_to_a_page).collect();
            (pages, Sheet { width: WIDTH, height: 2.0 * HEIGHT, margin: 0.0 })
        }
    };
    let words = Words::new(facts.lang);
    let about = About {
        title: words.say("voucher-paper-title", &[]),
        subject: facts.period.pick(facts.lang),
        keywords: vec!["vouchers".to_owned()],
    };
    save::save(&pages, sheet, &about, facts, &faces)
}

/// Two halves under each other, and where to cut between them.
fn two_to_a_page(halves: &[Page]) -> Page {
    let mut page = Page::default();
    for (half, down) in halves.iter().zip([0.0, HEIGHT]) {
        page.texts.extend(half.texts.iter().cloned().map(|mut text| {
            text.baseline += down;
            text
        }));
        page.rules.extend(half.rules.iter().copied().map(|mut rule| {
            rule.from.1 += down;
            rule.to.1 += down;
            rule
        }));
    }
    for dash in 0_u8..21 {
        let from = f32::from(dash) * 10.0 + 3.0;
        page.across(HEIGHT, from, from + 4.0, 0.1, Ink::Hair);
    }
    page
}
