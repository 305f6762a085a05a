//! The mappings that come with the program, and finding which of all fits a file.

use super::{Layout, Mapping};
use crate::grid::Grid;

/// The tables of other programs, as `assets/imports` describes them, and our own.
const FILES: &[&str] = &[
    include_str!("../../../../../assets/imports/kontor.toml"),
    include_str!("../../../../../assets/imports/kingdee.toml"),
    include_str!("../../../../../assets/imports/yonyou.toml"),
    include_str!("../../../../../assets/imports/any.toml"),
];

#[derive(serde::Deserialize)]
struct File {
    mapping: Vec<Mapping>,
}

/// Every mapping that comes with the program; ours first.
#[must_use]
pub fn built_in() -> Vec<Mapping> {
    let read = |text: &&str| toml::from_str::<File>(text).map(|file| file.mapping);
    FILES.iter().flat_map(|text| read(text).unwrap_or_default()).collect()
}

/// Which table of a file was recognised.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Which of the sheets.
    pub sheet: usize,
    /// Which of the mappings.
    pub mapping: usize,
    /// Where its table begins.
    pub layout: Layout,
}

/// The mapping that knows the most columns of a sheet; of equals the first mapping, and of those the first sheet.
#[must_use]
pub fn recognise(grids: &[Grid], mappings: &[Mapping]) -> Option<Recognised> {
    let mut best: Option<Recognised> = None;
    for (number, mapping) in mappings.iter().enumerate() {
        for (sheet, grid) in grids.iter().enumerate() {
            if mapping.sheet.is_some() && mapping.sheet != grid.sheet {
                continue;
            }
            let Some(layout) = Layout::find(grid, mapping) else { continue };
            let is_better =
                best.as_ref().is_none_or(|best| best.layout.columns.len() < layout.columns.len());
            if is_better {
                best = Some(Recognised { sheet, mapping: number, layout });
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_mapping_that_comes_along_is_sound() {
        for text in FILES {
            let file: File = toml::from_str(text).unwrap();
            for mapping in file.mapping {
                assert_eq!(mapping.check(), Ok(()));
                assert!(!mapping.program.is_empty());
            }
        }
        assert!(built_in().len() > 10);
    }
}
