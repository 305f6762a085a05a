//! Every word a person reads outside the window comes from here: the messages in `assets/messages`, one file per
//! subject, the same keys in both languages. The command line and the errors use it as the papers do.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::bilingual::Lang;

mod files;

pub use files::FILES;

/// What fills a placeable. Amounts, dates and names come as finished text; only counts are numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Finished text.
    Text(Cow<'a, str>),
    /// A count, by which a message may choose its plural.
    Count(u32),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

type Bundle = FluentBundle<FluentResource>;

static ZH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Zh));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// The words of one language, or of both at once.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The words of that language. Cheap: the messages are read once per process.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of that key with its placeables filled; in both languages, one after the other with a slash.
    ///
    /// A key that no file has comes back as it is, so that a mistake shows instead of hiding; tests exclude it.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut spoken: Vec<String> = Vec::new();
        for lang in self.lang.each() {
            let text = say_in(*lang, key, args).unwrap_or_else(|| key.to_owned());
            if spoken.last() != Some(&text) {
                spoken.push(text);
            }
        }
        spoken.join(" / ")
    }

    /// Whether every language asked for has this message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.lang.each().iter().all(|lang| of(*lang).has_message(key))
    }
}

fn of(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::En => &EN,
        Lang::Zh | Lang::Both => &ZH,
    }
}

fn say_in(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let bundle = of(lang);
    let pattern = bundle.get_message(key)?.value()?;
    let mut filled = FluentArgs::new();
    for (name, arg) in args {
        let value: FluentValue<'_> = match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
            Arg::Count(count) => (*count).into(),
        };
        filled.set(*name, value);
    }
    // A placeable that nobody filled is written as its name; that is the best that can be done with it here.
    let mut unfilled = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&filled), &mut unfilled).into_owned())
}

fn bundle(lang: Lang) -> Bundle {
    let name = if lang == Lang::En { "en" } else { "zh-CN" };
    let id: LanguageIdentifier = name.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for file in FILES {
        let text = if lang == Lang::En { file.en } else { file.zh };
        // A broken message is left out and the others kept; a test reads every file strictly.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
