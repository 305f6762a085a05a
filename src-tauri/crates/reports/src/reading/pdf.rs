//! The texts of a PDF's pages, in the order in which they were drawn.

use lopdf::Document;

use super::LARGEST;
use crate::error::ReportError;

/// Each text as a row of one cell.
pub(super) fn texts(bytes: &[u8]) -> Result<Vec<Vec<String>>, ReportError> {
    let failed = |e: lopdf::Error| ReportError::Output(e.to_string());
    let document = Document::load_mem(bytes).map_err(failed)?;
    let mut rows = Vec::new();
    for page in document.get_pages().into_keys() {
        let text = document.extract_text_with_limit(&[page], LARGEST).map_err(failed)?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        rows.extend(lines.map(|line| vec![line.to_owned()]));
    }
    Ok(rows)
}
