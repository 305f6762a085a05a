//! Why a layout cannot be used or a paper cannot be made; facts only, the sentence is made by whoever tells a person.

use std::fmt;

/// What is wrong with a layout, and in which row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// The text is not TOML of this form; the message names line and field.
    Unreadable(String),
    /// Two rows have the same number.
    RowTwice(u16),
    /// Two rows have the same key.
    KeyTwice(String),
    /// A row, or an equality, refers to a row that does not exist.
    NoSuchRow {
        /// Where it is referred to: `row 15` or the name of an equality.
        at: String,
        /// The missing row.
        row: u16,
    },
    /// A row is made of itself, directly or through others.
    Circle(u16),
    /// A term names accounts where it should name items or rows, or names nothing.
    WrongTerm {
        /// Where the term stands.
        at: String,
        /// Its `how`.
        how: String,
    },
    /// A section stands on a side that the layout does not have.
    NoSuchSide(String),
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "unreadable: {why}"),
            Self::RowTwice(row) => write!(f, "row {row} exists twice"),
            Self::KeyTwice(key) => write!(f, "key {key} exists twice"),
            Self::NoSuchRow { at, row } => {
                write!(f, "{at} refers to row {row}, which does not exist")
            }
            Self::Circle(row) => write!(f, "row {row} is made of itself"),
            Self::WrongTerm { at, how } => {
                write!(
                    f,
                    "{at}: `{how}` needs its own list (accounts, items or rows) and only that"
                )
            }
            Self::NoSuchSide(side) => write!(f, "side {side} does not exist"),
        }
    }
}

impl std::error::Error for LayoutError {}

/// Why a statement or its paper could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// A figure does not fit 64 bits of minor units.
    TooLarge {
        /// The row or equality where it happened.
        at: String,
    },
    /// The layout has no label for a column that figures were given for.
    NoSuchColumn(String),
    /// An embedded layout is broken: a fault of the program.
    Layout(LayoutError),
    /// No embedded font has this character; nothing is printed rather than a blank.
    NoGlyph {
        /// The character.
        character: char,
        /// The whole text it stands in.
        text: String,
    },
    /// An amount or a word does not fit the width of the paper even in the smallest type.
    TooWide {
        /// The text that does not fit.
        text: String,
    },
    /// An embedded font or an output library refused: a fault of the program.
    Output(String),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { at } => write!(f, "{at} does not fit 64 bits"),
            Self::NoSuchColumn(column) => write!(f, "the layout has no column {column}"),
            Self::Layout(error) => write!(f, "layout: {error}"),
            Self::NoGlyph { character, text } => {
                write!(f, "no font has {character} (U+{:04X}) in: {text}", u32::from(*character))
            }
            Self::TooWide { text } => write!(f, "too wide for the paper: {text}"),
            Self::Output(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ReportError {}

impl From<LayoutError> for ReportError {
    fn from(error: LayoutError) -> Self {
        Self::Layout(error)
    }
}
