//! Books prepared once per run, whose bytes are copied: deriving a key from a password is slow on purpose.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use kontor_actions::creation::{NewCompany, create};
use kontor_ledger::permission::Role;
use kontor_vault::{BookFile, OpenedKeys, Secret};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{PASSWORD, moment};

/// A book to copy, and the keys of its people.
pub struct Template {
    /// The closed book.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub known: Known,
    keys: BTreeMap<&'static str, OpenedKeys>,
}

/// What the small book knows besides its chart.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// C1, who buys on credit.
    pub customer: Uuid,
    /// C2.
    pub other_customer: Uuid,
    /// P1, goods.
    pub item: Uuid,
}

/// The last day of the sample company in the tests.
const SAMPLE_UNTIL: &str = "2026-03-31";

static BARE: LazyLock<Template> = LazyLock::new(|| make_small(false));
static SMALL: LazyLock<Template> = LazyLock::new(|| make_small(true));
static SAMPLE: LazyLock<Template> = LazyLock::new(make_sample);

impl Template {
    /// A small-scale taxpayer's book from January 2026 with four persons, two customers and one item.
    #[must_use]
    pub fn small() -> &'static Self {
        &SMALL
    }

    /// The small book with its persons and nothing else.
    #[must_use]
    pub fn bare() -> &'static Self {
        &BARE
    }

    /// The sample company up to the last of March 2026.
    #[must_use]
    pub fn sample() -> &'static Self {
        &SAMPLE
    }

    /// The keys of the person who has a role.
    #[must_use]
    pub fn keys(&self, role: Role) -> OpenedKeys {
        self.keys[role.word()].clone()
    }
}

fn unlocked(path: &Path, name: &str) -> OpenedKeys {
    BookFile::unlock(path, Some(name), &Secret::from(PASSWORD)).unwrap().opened_keys()
}

fn make_small(is_furnished: bool) -> Template {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.kontor");
    let new = NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2026-01".to_owned(),
        company: "桥头杂货店".to_owned(),
        vat_kind: Some("small-scale".to_owned()),
        industry: None,
        expects_opening: false,
        person: Role::Owner.word().to_owned(),
    };
    let (mut door, _) = create(&path, &new, &Secret::from(PASSWORD), &moment(0)).unwrap();
    let mut n = 0;
    let mut given = |request: Value| {
        n += 10;
        door.perform(request, &moment(n)).unwrap().given.first().map(|given| given.uid)
    };
    for role in &Role::ALL[1..] {
        given(
            json!({"do": "add_person", "name": role.word(), "role": role.word(), "password": PASSWORD}),
        );
    }
    let customer = |code: &str, name: &str| json!({"do": "add_party", "code": code, "name": name, "kinds": ["customer"]});
    let mut known = Known::default();
    if is_furnished {
        known = Known {
            customer: given(customer("C1", "河东小学")).unwrap(),
            other_customer: given(customer("C2", "河西茶馆")).unwrap(),
            item: given(json!({"do": "add_item", "code": "P1", "name": "电水壶", "kind": "goods",
                               "unit": "台", "price": "100.00", "rate": "levy-1"}))
            .unwrap(),
        };
    }
    door.book().checkpoint().unwrap();
    drop(door);
    let keys = Role::ALL.iter().map(|role| (role.word(), unlocked(&path, role.word()))).collect();
    Template { bytes: std::fs::read(&path).unwrap(), known, keys }
}

fn make_sample() -> Template {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.kontor");
    let until = SAMPLE_UNTIL.parse().unwrap();
    let sample = kontor_actions::demo::Sample::default();
    kontor_actions::demo::make(
        &path,
        &sample,
        until,
        &Secret::from(PASSWORD),
        &kontor_actions::Progress::default(),
    )
    .unwrap();
    let keys = BTreeMap::from([(Role::Owner.word(), unlocked(&path, "owner"))]);
    Template { bytes: std::fs::read(&path).unwrap(), known: Known::default(), keys }
}
