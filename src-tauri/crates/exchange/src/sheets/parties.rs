//! `parties`: customers, suppliers, employees and others that the company deals with.

use kontor_ledger::money::Amount;

use crate::fault::FaultReason;
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::values::Word;
use crate::write::Cells;

/// What a party is to the company; it may be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// 客户.
    Customer,
    /// 供应商.
    Supplier,
    /// 员工.
    Employee,
    /// A bank, an owner, an authority.
    Other,
}

impl Word for PartyKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("customer", Self::Customer),
        ("supplier", Self::Supplier),
        ("employee", Self::Employee),
        ("other", Self::Other),
    ];
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is to the company; empty when the file does not say.
    pub kinds: Vec<PartyKind>,
    /// 纳税人识别号; may be empty, like the texts below.
    pub tax_number: String,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Electronic mail.
    pub email: String,
    /// Days it has to pay.
    pub terms_days: Option<u32>,
    /// The most it may owe, in the book's currency.
    pub credit_limit: Option<Amount>,
    /// Anything else.
    pub note: String,
}

impl Sheet for PartyRow {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        required("name"),
        optional("kind"),
        optional("tax_number"),
        optional("phone"),
        optional("address"),
        optional("email"),
        optional("terms_days"),
        optional("credit_limit"),
        optional("note"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        let credit_limit = row.find_amount("credit_limit", row.functional());
        if credit_limit.is_some_and(Amount::is_negative) {
            row.refuse("credit_limit", FaultReason::OutOfRange);
        }
        Self {
            code: row.required_code("code"),
            name: row.required_text("name"),
            kinds: row.words("kind"),
            tax_number: row.code("tax_number"),
            phone: row.code("phone"),
            address: row.text("address"),
            email: row.code("email"),
            terms_days: row.find_whole("terms_days"),
            credit_limit,
            note: row.text("note"),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.code);
        cells.text(&self.name);
        cells.words(&self.kinds);
        cells.text(&self.tax_number);
        cells.text(&self.phone);
        cells.text(&self.address);
        cells.text(&self.email);
        cells.find_whole(self.terms_days);
        let currency = cells.functional();
        cells.find_amount(self.credit_limit, currency);
        cells.text(&self.note);
    }
}
