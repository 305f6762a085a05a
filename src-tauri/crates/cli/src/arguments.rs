//! What may be typed after `kontor`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Kontor 账房: sales, stock, money and the books of a small company in one encrypted file.
#[derive(Debug, Parser)]
#[command(name = "kontor", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The language of messages: zh-CN or en; the system's when nothing is said
    #[arg(long = "messages", global = true)]
    pub(crate) language: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The password, and who has it.
#[derive(Debug, Args)]
pub(crate) struct Password {
    /// A file whose first line is the password; else KONTOR_PASSWORD; else it is asked for
    #[arg(long)]
    pub(crate) password_file: Option<PathBuf>,
}

/// A book and who opens it.
#[derive(Debug, Args)]
pub(crate) struct Opening {
    /// The book
    pub(crate) book: PathBuf,
    /// The person's name; when nothing is said, whoever the password belongs to
    #[arg(long)]
    pub(crate) user: Option<String>,
    #[command(flatten)]
    pub(crate) password: Password,
}

/// What narrows a book of account.
#[derive(Debug, Args)]
pub(crate) struct Narrowed {
    /// Of a book: the code of an account; one that others stand under means them all
    #[arg(long)]
    pub(crate) account: Option<String>,
    /// Of a book: the last account of a range
    #[arg(long)]
    pub(crate) account_to: Option<String>,
    /// Of a book: the code of a party
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Of aging: due or paper, the date ages are counted from
    #[arg(long)]
    pub(crate) by: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new book; the recovery sheet is printed once
    New {
        /// The book
        book: PathBuf,
        /// cn-small, cn-enterprise, ifrs or us-gaap
        #[arg(long)]
        standard: String,
        /// The currency's code; CNY, under ifrs EUR, under us-gaap USD when nothing is said
        #[arg(long)]
        currency: Option<String>,
        /// The first period: 2026-01
        #[arg(long)]
        first_period: String,
        /// The company's name
        #[arg(long)]
        company: String,
        /// The owner's name
        #[arg(long)]
        user: String,
        /// small-scale or general
        #[arg(long)]
        vat: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Perform actions given as JSON, one a line; stops at the first refusal
    Act {
        #[command(flatten)]
        opening: Opening,
        /// The file, or - for standard input
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Answer questions given as JSON, one a line; stops at the first refusal
    Ask {
        #[command(flatten)]
        opening: Opening,
        /// The file, or - for standard input
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Print a statement, a book of account, or entries as vouchers
    Report {
        /// The book
        book: PathBuf,
        /// trial-balance, income-statement, balance-sheet, cash-flow, today or vouchers; of the books account-ledger,
        /// general-ledger, journal, entry-list, party-balances, party-ledger, aging, assets, depreciation or gaps; set
        /// writes all papers of a period into a new folder below the output
        name: String,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
        /// A period: 2026-03, 2026-Q1 or 2026
        #[arg(long)]
        period: Option<String>,
        /// The first day
        #[arg(long)]
        from: Option<String>,
        /// The last day
        #[arg(long)]
        to: Option<String>,
        /// The day of the balances
        #[arg(long)]
        as_of: Option<String>,
        #[command(flatten)]
        narrowed: Box<Narrowed>,
        /// How deep a trial balance or general ledger goes
        #[arg(long)]
        level: Option<u8>,
        /// Count in entries not posted yet; the paper says how many
        #[arg(long)]
        include_unposted: bool,
        /// Of a statement: form, comparative, months, quarters, share, growth, year-growth or then-now
        #[arg(long, default_value = "form")]
        columns: String,
        /// Of a balance sheet or income statement: another standard to see the book through
        #[arg(long = "as")]
        under: Option<String>,
        /// Of a statement: the number of an operation, for the figures as the book knew them then
        #[arg(long)]
        known_at: Option<i64>,
        /// Of vouchers: the unique id of an entry, instead of all of a period
        #[arg(long)]
        entry: Vec<String>,
        /// Of vouchers: a5 or a4-two
        #[arg(long, default_value = "a5")]
        paper: String,
        /// The language: zh-CN, en or both
        #[arg(long, default_value = "zh-CN")]
        lang: String,
        /// text, csv, json, xlsx or pdf
        #[arg(long, default_value = "text")]
        format: String,
        /// The file to write; standard output when nothing is said
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Import a file: accounts, parties, items, opening, opening-cash-flow,
    /// exchange-rates or entries
    Import {
        /// The book
        book: PathBuf,
        /// What it holds
        kind: String,
        /// The file
        file: PathBuf,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
        /// Read and check everything, list every fault, write nothing
        #[arg(long)]
        dry_run: bool,
        /// Add parties and items that the file names and the book does not have
        #[arg(long)]
        create_parties: bool,
        /// How the table of another program is read: the name of a kept mapping, or a TOML file; found by its headers
        /// when nothing is said
        #[arg(long)]
        mapping: Option<String>,
        /// The sheet of a workbook; the one that fits when nothing is said
        #[arg(long)]
        sheet: Option<String>,
    },
    /// Attach a picture, PDF or XML to an entry
    Attach {
        /// The book
        book: PathBuf,
        /// The unique id of the entry or draft
        entry: String,
        /// The file
        file: PathBuf,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Export accounts, parties, items or entries as CSV, the book as a journal (hledger), or attachments into a new folder
    Export {
        /// The book
        book: PathBuf,
        /// What to export
        kind: String,
        /// The file to write, for attachments the folder
        #[arg(short, long)]
        output: PathBuf,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Back the book up into a folder and prove the backup
    Backup {
        /// The book
        book: PathBuf,
        /// The folder
        folder: PathBuf,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Restore a backup into a new book
    Restore {
        /// The backup
        backup: PathBuf,
        /// The new book
        book: PathBuf,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Give a person a new password with the recovery sheet, read from standard input
    Recover {
        /// The book
        book: PathBuf,
        /// The person's name
        #[arg(long)]
        user: String,
        #[command(flatten)]
        password: Password,
    },
    /// Verify everything that can be checked; names the first thing that does not fit
    Verify {
        #[command(flatten)]
        opening: Opening,
    },
    /// Check a print against the book by its code or its file: the figures then and now, and what came since
    CheckPrint {
        /// The book
        book: PathBuf,
        /// A PDF, CSV or XLSX file, or the code that stands on it
        print: String,
        /// The person's name
        #[arg(long)]
        user: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Make a sample company; its owner is the user `owner`
    Demo {
        /// The book
        book: PathBuf,
        /// trade, retail or services
        #[arg(long, default_value = "retail")]
        kind: String,
        /// The language of its names: zh-CN or en
        #[arg(long, default_value = "zh-CN")]
        lang: String,
        /// The last day of its business; today when nothing is said
        #[arg(long)]
        until: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Every action and question, and who may
    Help,
}
