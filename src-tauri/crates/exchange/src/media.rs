//! What kind of file some bytes are, told by the bytes and never by the name: pictures, PDF, and XML that is well-formed.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The kinds of file that may be kept with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// A picture, without loss.
    Png,
    /// A photograph.
    Jpeg,
    /// A picture of the web.
    Webp,
    /// A picture of few colours.
    Gif,
    /// A paper.
    Pdf,
    /// Data as text, for example a digital invoice 数电票.
    Xml,
}

/// Why bytes are none of the kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaFault {
    /// They begin like none of them.
    Unknown,
    /// They begin like XML and are not well-formed: what is wrong, and behind how many bytes.
    Malformed {
        /// What the parser says.
        what: String,
        /// Where it stopped.
        at: u64,
    },
}

impl MediaType {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Png, Self::Jpeg, Self::Webp, Self::Gif, Self::Pdf, Self::Xml];

    /// The kind's name: `image/png`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Pdf => "application/pdf",
            Self::Xml => "application/xml",
        }
    }

    /// The usual ending of its files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Pdf => "pdf",
            Self::Xml => "xml",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of some bytes.
    ///
    /// # Errors
    /// When they are of no kind, or XML that is not well-formed UTF-8.
    pub fn of(bytes: &[u8]) -> Result<Self, MediaFault> {
        let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
        Ok(match bytes {
            _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Self::Png,
            _ if bytes.starts_with(b"\xff\xd8\xff") => Self::Jpeg,
            _ if webp => Self::Webp,
            _ if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") => Self::Gif,
            _ if bytes.starts_with(b"%PDF-") => Self::Pdf,
            _ if begins_like_xml(bytes) => {
                check_xml(bytes)?;
                Self::Xml
            }
            _ => return Err(MediaFault::Unknown),
        })
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

fn begins_like_xml(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii_start();
    text.first() == Some(&b'<')
        && text.get(1).is_some_and(|next| matches!(next, b'?' | b'!') || is_name(*next))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

/// One element that holds everything, each end after its beginning, UTF-8, and no declarations of entities: those make
/// a small file a very large one in whatever opens it next.
fn check_xml(bytes: &[u8]) -> Result<(), MediaFault> {
    let wrong = |what: String, at: u64| MediaFault::Malformed { what, at };
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(wrong("UTF-8".to_owned(), error.valid_up_to() as u64));
    }
    let mut reader = Reader::from_reader(bytes);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut roots) = (0_u32, 0_u32);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| wrong(error.to_string(), reader.error_position()))?;
        let at = reader.buffer_position();
        match event {
            Event::Start(start) => {
                check_attributes(&start).map_err(|what| wrong(what, at))?;
                roots += u32::from(depth == 0);
                depth += 1;
            }
            Event::Empty(start) => {
                check_attributes(&start).map_err(|what| wrong(what, at))?;
                roots += u32::from(depth == 0);
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(wrong("DOCTYPE".to_owned(), at)),
            Event::Text(text) if depth == 0 && !text.trim_ascii().is_empty() => {
                return Err(wrong("text outside the root element".to_owned(), at));
            }
            Event::Eof if depth == 0 && roots == 1 => return Ok(()),
            Event::Eof => return Err(wrong("end of file".to_owned(), at)),
            _ => {}
        }
    }
}

fn check_attributes(start: &quick_xml::events::BytesStart<'_>) -> Result<(), String> {
    start.attributes().try_for_each(|attribute| match attribute {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bytes_tell_the_kind() {
        let cases: [(&[u8], MediaType); 8] = [
            (b"\x89PNG\r\n\x1a\n....", MediaType::Png),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", MediaType::Jpeg),
            (b"RIFF\x24\0\0\0WEBPVP8 ", MediaType::Webp),
            (b"GIF89a....", MediaType::Gif),
            (b"%PDF-1.7\n", MediaType::Pdf),
            (b"<?xml version=\"1.0\"?><EInvoice><Amount>1</Amount></EInvoice>", MediaType::Xml),
            (b"\xef\xbb\xbf\n<a b=\"1\"/>\n<!-- end -->", MediaType::Xml),
            ("<发票><金额>1</金额></发票>".as_bytes(), MediaType::Xml),
        ];
        for (bytes, kind) in cases {
            assert_eq!(MediaType::of(bytes), Ok(kind));
            assert_eq!(MediaType::from_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn other_files_are_of_no_kind_whatever_they_are_called() {
        for bytes in
            [&b""[..], b"PK\x03\x04", b"MZ\x90\0", b"RIFF\x24\0\0\0WAVE", b"<", b"< 1", b"text"]
        {
            assert_eq!(MediaType::of(bytes), Err(MediaFault::Unknown), "{bytes:?}");
        }
    }

    #[test]
    fn xml_that_is_not_well_formed_or_declares_entities_is_refused() {
        for text in [
            "<a><b></a></b>",
            "<a>",
            "<a></a><b></b>",
            "<a></a>text",
            "<a b=1></a>",
            "<a b=\"1\" b=\"2\"/>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<!DOCTYPE html><html></html>",
            "<!-- nothing -->",
        ] {
            let found = MediaType::of(text.as_bytes());
            assert!(matches!(found, Err(MediaFault::Malformed { .. })), "{text}: {found:?}");
        }
        assert!(matches!(MediaType::of(b"<a>\xff</a>"), Err(MediaFault::Malformed { at: 3, .. })));
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_program(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = MediaType::of(&[b"<a ".as_slice(), &bytes].concat());
            let _ = MediaType::of(&bytes);
        }
    }
}
