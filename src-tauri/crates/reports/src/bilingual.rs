//! A word or label in both languages, and the choice between them.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// The language of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Chinese.
    #[serde(rename = "zh-CN", alias = "zh")]
    Zh,
    /// English.
    En,
    /// Chinese with English under it.
    Both,
}

impl Lang {
    /// The languages of this choice, the leading one first.
    #[must_use]
    pub fn each(self) -> &'static [Lang] {
        match self {
            Self::Zh => &[Self::Zh],
            Self::En => &[Self::En],
            Self::Both => &[Self::Zh, Self::En],
        }
    }

    /// The choice named `zh-CN`, `zh`, `en` or `both`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "zh-CN" | "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// The same words in Chinese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Both texts given.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The message of that key in both languages.
    #[must_use]
    pub fn word(key: &str) -> Self {
        Self { zh: Words::new(Lang::Zh).say(key, &[]), en: Words::new(Lang::En).say(key, &[]) }
    }

    /// On one line: one language, or both with a slash between them unless they are equal.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh.clone(),
            Lang::En => self.en.clone(),
            Lang::Both if self.zh == self.en => self.zh.clone(),
            Lang::Both => format!("{} / {}", self.zh, self.en),
        }
    }

    /// On as many lines as there are languages, the leading one first; equal texts give one line.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<&str> {
        match lang {
            Lang::Zh => vec![&self.zh],
            Lang::En => vec![&self.en],
            Lang::Both if self.zh == self.en => vec![&self.zh],
            Lang::Both => vec![&self.zh, &self.en],
        }
    }
}
