-- The first book. Amounts are whole minor units of the book's currency, quantities millionths, dates yyyymmdd,
-- prices and rates decimal text. Entry kinds: 0 opening, 1 normal, 2 closing, 3 brought in (turnover of the year
-- before the book was opened; balances only). Three sorts of tables: append-only (hashed where they lie), mutable
-- (copied before and after every change) and derived (recomputable; neither).

------------------------------------------------------------------ log
CREATE TABLE operation (
  number    INTEGER PRIMARY KEY,
  uid       BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  at        TEXT NOT NULL,
  person    INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  action    TEXT NOT NULL,
  digest    BLOB NOT NULL CHECK (length(digest) = 32),
  hash      BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TABLE operation_image (
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  no        INTEGER NOT NULL,
  noun      TEXT NOT NULL,
  before    BLOB,
  after     BLOB,
  PRIMARY KEY (operation, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
  number    INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  person    INTEGER REFERENCES person,
  what      TEXT NOT NULL,
  details   TEXT NOT NULL,
  hash      BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

------------------------------------------------------------------ mutable
CREATE TABLE book (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  uid        BLOB NOT NULL CHECK (length(uid) = 16),
  company    TEXT NOT NULL CHECK (company <> ''),
  standard   TEXT NOT NULL,
  currency   TEXT NOT NULL CHECK (length(currency) = 3),
  vat_kind   TEXT NOT NULL CHECK (vat_kind IN ('small-scale', 'general')),
  tax_number TEXT,
  address    TEXT,
  industry   TEXT,
  -- Whether balances from before the first period were announced; the first close waits for them.
  expects_opening INTEGER NOT NULL CHECK (expects_opening IN (0, 1))
) STRICT;

CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  role       TEXT NOT NULL CHECK (role IN ('owner', 'bookkeeper', 'cashier', 'salesperson')),
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE account (
  id            INTEGER PRIMARY KEY,
  code          TEXT NOT NULL UNIQUE,
  parent        TEXT,
  level         INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9),
  name_zh       TEXT NOT NULL,
  name_en       TEXT NOT NULL,
  class         TEXT NOT NULL CHECK (class IN ('asset', 'liability', 'equity', 'cost', 'profit-loss')),
  normal_side   TEXT NOT NULL CHECK (normal_side IN ('debit', 'credit')),
  is_cash       INTEGER NOT NULL CHECK (is_cash IN (0, 1)),
  needs_party   INTEGER NOT NULL CHECK (needs_party IN (0, 1)),
  activity      TEXT CHECK (activity IN ('O', 'I', 'F')),
  indirect      TEXT,
  cash_in_item  TEXT,
  cash_out_item TEXT,
  auxiliary     TEXT NOT NULL,
  keeps_quantity INTEGER NOT NULL CHECK (keeps_quantity IN (0, 1)),
  -- The currencies its lines may be in beside the book's: none, all, or one code that every line has.
  currency      TEXT NOT NULL CHECK (currency IN ('none', 'all') OR length(currency) = 3),
  is_monetary   INTEGER NOT NULL CHECK (is_monetary IN (0, 1)),
  is_active     INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE period (
  id        INTEGER PRIMARY KEY,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL CHECK (last_day >= first_day),
  -- 0 open, 1 soft-closed, 2 closed
  state     INTEGER NOT NULL CHECK (state IN (0, 1, 2))
) STRICT;

CREATE TABLE party (
  id         INTEGER PRIMARY KEY,
  uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name       TEXT NOT NULL CHECK (name <> ''),
  kinds      TEXT NOT NULL,
  tax_number TEXT,
  phone      TEXT,
  address    TEXT,
  terms_days INTEGER CHECK (terms_days >= 0),
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX party_by_name ON party (name);

CREATE TABLE item (
  id         INTEGER PRIMARY KEY,
  uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name       TEXT NOT NULL CHECK (name <> ''),
  kind       TEXT NOT NULL CHECK (kind IN ('goods', 'service')),
  unit       TEXT,
  unit_price TEXT,
  rate_code  TEXT,
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX item_by_name ON item (name);
CREATE INDEX item_by_rate ON item (rate_code) WHERE rate_code IS NOT NULL;

-- Cards of long-lived assets: what names them and which accounts they are kept on. What moves money is in asset_event.
CREATE TABLE asset (
  id          INTEGER PRIMARY KEY,
  uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name        TEXT NOT NULL CHECK (name <> ''),
  class       TEXT NOT NULL CHECK (class IN ('tangible', 'intangible')),
  place       TEXT,
  cost_account        INTEGER NOT NULL REFERENCES account,
  accumulated_account INTEGER NOT NULL REFERENCES account
) STRICT;

CREATE TABLE entry_draft (
  id       INTEGER PRIMARY KEY,
  uid      BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  number   INTEGER NOT NULL UNIQUE,
  period   INTEGER NOT NULL REFERENCES period,
  date     INTEGER NOT NULL,
  prepared_by INTEGER NOT NULL REFERENCES person,
  content  TEXT NOT NULL,
  submitted_by INTEGER REFERENCES person,
  signed_by    INTEGER REFERENCES person,
  reviewed_by  INTEGER REFERENCES person,
  -- Who sent it back last, and why; until it is handed in again.
  returned_by   INTEGER REFERENCES person,
  return_reason TEXT,
  CHECK (submitted_by IS NOT NULL OR (signed_by IS NULL AND reviewed_by IS NULL)),
  CHECK ((returned_by IS NULL) = (return_reason IS NULL))
) STRICT;

-- Entries people write again and again, as they were typed; the amounts may be left out.
CREATE TABLE entry_template (
  id      INTEGER PRIMARY KEY,
  uid     BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  content TEXT NOT NULL
) STRICT;

-- Transfers the company defined for period ends: when they are due and how their amounts are worked out, as JSON.
CREATE TABLE transfer (
  id      INTEGER PRIMARY KEY,
  uid     BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  content TEXT NOT NULL
) STRICT;

-- How the tables of the program a company came from are read, as JSON.
CREATE TABLE import_mapping (
  id      INTEGER PRIMARY KEY,
  uid     BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  content TEXT NOT NULL
) STRICT;

------------------------------------------------------------------ append-only
-- Rows are written before their operation and refer to it; an index on each such reference finds those that wait.
-- The keys a person has had, each from the operation that gave it: who lost a password gets new ones, and what was
-- signed before stays good under the old.
CREATE TABLE person_key (
  person     INTEGER NOT NULL REFERENCES person,
  operation  INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  verify_key BLOB NOT NULL CHECK (length(verify_key) = 32),
  seal_key   BLOB NOT NULL CHECK (length(seal_key) = 32),
  PRIMARY KEY (person, operation)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_by_operation ON person_key (operation);

-- What a company asks of its entries from a period on: who reviews, whether the cashier signs, one word or three.
CREATE TABLE entry_policy (
  operation     INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period        INTEGER NOT NULL,
  review        TEXT NOT NULL CHECK (review IN ('free', 'other', 'own')),
  cashier_signs INTEGER NOT NULL CHECK (cashier_signs IN (0, 1)),
  words         TEXT NOT NULL CHECK (words IN ('general', 'split'))
) STRICT;
CREATE INDEX entry_policy_by_operation ON entry_policy (operation);

-- How a company treats other currencies from a period on: which rate a transaction takes, and whether a revaluation
-- stays or is taken back the day after.
CREATE TABLE currency_policy (
  operation   INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period      INTEGER NOT NULL,
  rate        TEXT NOT NULL CHECK (rate IN ('day', 'month')),
  revaluation TEXT NOT NULL CHECK (revaluation IN ('permanent', 'reversed'))
) STRICT;
CREATE INDEX currency_policy_by_operation ON currency_policy (operation);

-- What a unit of another currency is worth in the book's on a day, as decimal text; of two of one day the later counts.
CREATE TABLE exchange_rate (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  currency  TEXT NOT NULL CHECK (length(currency) = 3),
  date      INTEGER NOT NULL,
  rate      TEXT NOT NULL,
  source    TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_rate_by_operation ON exchange_rate (operation);
CREATE INDEX exchange_rate_by_day ON exchange_rate (currency, date, id);
CREATE INDEX exchange_rate_by_date ON exchange_rate (date, id);

-- What a company asks of the entries a period end makes by rule: profit and loss transferred every period or once a
-- year, which generators do not run, which rules it authorised. Lists are words with blanks between.
CREATE TABLE generation_policy (
  operation          INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period             INTEGER NOT NULL,
  is_monthly         INTEGER NOT NULL CHECK (is_monthly IN (0, 1)),
  off                TEXT NOT NULL,
  authorised         TEXT NOT NULL,
  registered_capital INTEGER CHECK (registered_capital > 0)
) STRICT;
CREATE INDEX generation_policy_by_operation ON generation_policy (operation);

-- What a company is to the tax office from a period on; its kind of VAT taxpayer stands in the book. Rates are decimal
-- text, a fraction of one.
CREATE TABLE tax_profile (
  operation   INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period      INTEGER NOT NULL,
  place       TEXT NOT NULL CHECK (place IN ('city', 'county', 'other')),
  filing      TEXT NOT NULL CHECK (filing IN ('monthly', 'quarterly')),
  exporter    TEXT NOT NULL CHECK (exporter IN ('none', 'trader', 'producer')),
  staff       INTEGER NOT NULL CHECK (staff >= 0),
  assets      INTEGER NOT NULL CHECK (assets >= 0),
  export_rate TEXT,
  refund_rate TEXT,
  income_rate TEXT
) STRICT;
CREATE INDEX tax_profile_by_operation ON tax_profile (operation);

-- Areas of work that are locked in a period, or unlocked again; the latest row of each counts.
CREATE TABLE period_lock (
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period    INTEGER NOT NULL REFERENCES period,
  area      TEXT NOT NULL CHECK (area IN ('sales', 'receipts', 'entries')),
  is_locked INTEGER NOT NULL CHECK (is_locked IN (0, 1)),
  PRIMARY KEY (operation, period, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX period_lock_by_operation ON period_lock (operation);

-- Moments of a period whose statements are kept: filed, opened again, closed again; and who asked for opening it.
CREATE TABLE kept_set (
  operation INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period    INTEGER NOT NULL REFERENCES period,
  occasion  TEXT NOT NULL CHECK (occasion IN ('filed', 'asked', 'reopened', 'closed-again')),
  reason    TEXT
) STRICT;
CREATE INDEX kept_set_by_operation ON kept_set (operation);
CREATE INDEX kept_set_by_period ON kept_set (period, operation);

-- The files stand last, so that whoever reads the figures does not walk over them.
CREATE TABLE kept_statement (
  id           INTEGER PRIMARY KEY,
  operation    INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  name         TEXT NOT NULL CHECK (name <> ''),
  figures      TEXT NOT NULL,
  figures_hash BLOB NOT NULL CHECK (length(figures_hash) = 32),
  csv_hash     BLOB NOT NULL CHECK (length(csv_hash) = 32),
  pdf_hash     BLOB CHECK (length(pdf_hash) = 32),
  csv          BLOB NOT NULL,
  pdf          BLOB,
  UNIQUE (operation, name),
  CHECK ((pdf IS NULL) = (pdf_hash IS NULL))
) STRICT;
CREATE INDEX kept_statement_by_operation ON kept_statement (operation);

CREATE TABLE posting_rule (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  name      TEXT NOT NULL,
  version   INTEGER NOT NULL,
  body      TEXT NOT NULL,
  hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX posting_rule_by_operation ON posting_rule (operation);

CREATE TABLE paper (
  id          INTEGER PRIMARY KEY,
  uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  operation   INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT NOT NULL CHECK (kind IN ('sale', 'receipt')),
  year        INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  date        INTEGER NOT NULL,
  party       INTEGER REFERENCES party,
  party_name  TEXT,
  party_tax_number TEXT,
  due         INTEGER,
  net         INTEGER NOT NULL,
  tax         INTEGER NOT NULL,
  gross       INTEGER NOT NULL CHECK (gross = net + tax),
  memo        TEXT NOT NULL,
  prepared_by INTEGER NOT NULL REFERENCES person,
  UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX paper_by_operation ON paper (operation);
CREATE INDEX paper_by_party ON paper (party, kind, id) WHERE party IS NOT NULL;
CREATE INDEX paper_by_date ON paper (kind, date);
CREATE INDEX paper_by_gross ON paper (kind, gross);
CREATE INDEX paper_by_person ON paper (prepared_by, kind, date);

CREATE TABLE paper_line (
  paper        INTEGER NOT NULL REFERENCES paper,
  no           INTEGER NOT NULL CHECK (no > 0),
  item         INTEGER REFERENCES item,
  description  TEXT NOT NULL,
  quantity     INTEGER NOT NULL,
  unit_price   TEXT NOT NULL,
  tax_included INTEGER NOT NULL CHECK (tax_included IN (0, 1)),
  net          INTEGER NOT NULL,
  tax          INTEGER NOT NULL,
  gross        INTEGER NOT NULL CHECK (gross = net + tax),
  PRIMARY KEY (paper, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_link (
  from_paper INTEGER NOT NULL,
  from_no    INTEGER NOT NULL,
  to_paper   INTEGER NOT NULL,
  to_no      INTEGER NOT NULL,
  quantity   INTEGER NOT NULL,
  PRIMARY KEY (from_paper, from_no, to_paper, to_no),
  FOREIGN KEY (from_paper, from_no) REFERENCES paper_line,
  FOREIGN KEY (to_paper, to_no) REFERENCES paper_line
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_payment (
  paper   INTEGER NOT NULL REFERENCES paper,
  no      INTEGER NOT NULL CHECK (no > 0),
  account INTEGER NOT NULL REFERENCES account,
  amount  INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (paper, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE tax_row (
  paper          INTEGER NOT NULL,
  no             INTEGER NOT NULL,
  base           INTEGER NOT NULL,
  rate_code      TEXT NOT NULL,
  rate           TEXT NOT NULL,
  tax            INTEGER NOT NULL,
  invoice_kind   TEXT,
  invoice_number TEXT,
  tax_period     INTEGER NOT NULL,
  PRIMARY KEY (paper, no),
  FOREIGN KEY (paper, no) REFERENCES paper_line
) STRICT, WITHOUT ROWID;
CREATE INDEX tax_row_by_period ON tax_row (tax_period);
CREATE INDEX tax_row_by_invoice ON tax_row (invoice_number) WHERE invoice_number IS NOT NULL;

CREATE TABLE paper_reversal (
  paper     INTEGER PRIMARY KEY REFERENCES paper,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  date      INTEGER NOT NULL,
  reason    TEXT NOT NULL
) STRICT;
CREATE INDEX paper_reversal_by_operation ON paper_reversal (operation);
CREATE INDEX paper_reversal_by_date ON paper_reversal (date);

CREATE TABLE allocation (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  receipt   INTEGER NOT NULL REFERENCES paper,
  invoice   INTEGER NOT NULL REFERENCES paper,
  date      INTEGER NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX allocation_by_operation ON allocation (operation);
CREATE INDEX allocation_by_receipt ON allocation (receipt);
CREATE INDEX allocation_by_invoice ON allocation (invoice);

CREATE TABLE entry (
  id          INTEGER PRIMARY KEY,
  uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  operation   INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  period      INTEGER NOT NULL REFERENCES period,
  date        INTEGER NOT NULL,
  word        TEXT NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  kind        INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  memo        TEXT NOT NULL,
  total       INTEGER NOT NULL,
  prepared_by INTEGER NOT NULL REFERENCES person,
  signed_by   INTEGER REFERENCES person,
  reviewed_by INTEGER REFERENCES person,
  rule        INTEGER REFERENCES posting_rule,
  paper       INTEGER REFERENCES paper,
  reversal_of INTEGER REFERENCES entry
) STRICT;
CREATE UNIQUE INDEX entry_by_number ON entry (period, word, number);
CREATE INDEX entry_by_paper ON entry (paper) WHERE paper IS NOT NULL;
CREATE UNIQUE INDEX entry_by_reversal ON entry (reversal_of) WHERE reversal_of IS NOT NULL;
CREATE INDEX entry_by_operation ON entry (operation);
CREATE INDEX entry_by_total ON entry (total);
CREATE INDEX entry_by_date ON entry (date);
CREATE INDEX entry_by_period ON entry (period);

CREATE TABLE entry_line (
  entry          INTEGER NOT NULL REFERENCES entry,
  no             INTEGER NOT NULL CHECK (no > 0),
  account        INTEGER NOT NULL REFERENCES account,
  date           INTEGER NOT NULL,
  debit          INTEGER NOT NULL,
  credit         INTEGER NOT NULL,
  party          INTEGER REFERENCES party,
  item           INTEGER REFERENCES item,
  quantity       INTEGER,
  department     INTEGER,
  project        INTEGER,
  currency       TEXT,
  foreign_amount INTEGER,
  rate           TEXT,
  memo           TEXT,
  PRIMARY KEY (entry, no),
  CHECK ((debit = 0) <> (credit = 0)),
  CHECK ((currency IS NULL) = (foreign_amount IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_line_by_account ON entry_line (account, date);
CREATE INDEX entry_line_by_party ON entry_line (party, account, date) WHERE party IS NOT NULL;
CREATE INDEX entry_line_by_currency ON entry_line (account, currency, date) WHERE currency IS NOT NULL;

-- Which generator made an entry, which of its entries it is, and the period it was made for.
CREATE TABLE generated_entry (
  entry     INTEGER PRIMARY KEY REFERENCES entry,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  generator TEXT NOT NULL CHECK (generator <> ''),
  key       TEXT NOT NULL CHECK (key <> ''),
  period    INTEGER NOT NULL
) STRICT;
CREATE INDEX generated_entry_by_operation ON generated_entry (operation);
CREATE INDEX generated_entry_by_period ON generated_entry (period);

CREATE TABLE line_tag (
  entry          INTEGER NOT NULL,
  no             INTEGER NOT NULL,
  operation      INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  cash_flow_item TEXT,
  activity       TEXT CHECK (activity IN ('O', 'I', 'F')),
  PRIMARY KEY (entry, no, operation),
  FOREIGN KEY (entry, no) REFERENCES entry_line
) STRICT, WITHOUT ROWID;
CREATE INDEX line_tag_by_operation ON line_tag (operation);

-- What an entry's line is to the tax office, where no paper says so: purchases, customs, what is transferred out. Several
-- invoices may stand on one line; what is recorded later for a line takes the place of all that was before.
CREATE TABLE entry_tax_row (
  entry          INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  operation      INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  no             INTEGER NOT NULL CHECK (no > 0),
  kind           TEXT NOT NULL,
  base           INTEGER NOT NULL,
  rate           TEXT NOT NULL,
  tax            INTEGER NOT NULL,
  invoice_kind   TEXT CHECK (invoice_kind IN ('special', 'ordinary', 'other')),
  invoice_number TEXT,
  tax_period     INTEGER NOT NULL,
  PRIMARY KEY (entry, line, operation, no),
  FOREIGN KEY (entry, line) REFERENCES entry_line
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tax_row_by_operation ON entry_tax_row (operation);
CREATE INDEX entry_tax_row_by_period ON entry_tax_row (tax_period);
CREATE INDEX entry_tax_row_by_invoice ON entry_tax_row (invoice_number) WHERE invoice_number IS NOT NULL;

CREATE TABLE brought_in (
  id        INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  account   INTEGER NOT NULL REFERENCES account,
  debit     INTEGER NOT NULL,
  credit    INTEGER NOT NULL
) STRICT;
CREATE INDEX brought_in_by_operation ON brought_in (operation);

CREATE TABLE brought_in_cash (
  id             INTEGER PRIMARY KEY,
  operation      INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  cash_flow_item TEXT NOT NULL,
  amount         INTEGER NOT NULL
) STRICT;
CREATE INDEX brought_in_cash_by_operation ON brought_in_cash (operation);

-- What happened to an asset: it came (or was brought in with what had been charged), cost was added, its terms were
-- revised from a day on, it did units of work, it went. An event taken back counts as if it had not been.
CREATE TABLE asset_event (
  id          INTEGER PRIMARY KEY,
  operation   INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  asset       INTEGER NOT NULL REFERENCES asset,
  kind        TEXT NOT NULL CHECK (kind IN ('acquired', 'added', 'revised', 'units', 'disposed', 'taken-back')),
  day         INTEGER NOT NULL,
  -- Cost of what came or was added; proceeds, without tax, of what went.
  amount      INTEGER,
  brought_in  INTEGER,
  accumulated INTEGER,
  method      TEXT CHECK (method IN ('straight-line', 'declining-balance', 'sum-of-digits', 'units')),
  residual    INTEGER,
  life_months INTEGER CHECK (life_months > 0),
  total_units INTEGER,
  units       INTEGER,
  expense_account INTEGER REFERENCES account,
  event       INTEGER REFERENCES asset_event,
  CHECK ((kind = 'taken-back') = (event IS NOT NULL)),
  CHECK ((brought_in IS NULL) = (accumulated IS NULL)),
  CHECK (kind NOT IN ('acquired', 'revised') OR (method IS NOT NULL AND residual IS NOT NULL
    AND life_months IS NOT NULL AND expense_account IS NOT NULL)),
  CHECK (kind NOT IN ('acquired', 'added') OR amount > 0),
  CHECK (kind <> 'units' OR units IS NOT NULL)
) STRICT;
CREATE INDEX asset_event_by_operation ON asset_event (operation);
CREATE INDEX asset_event_by_asset ON asset_event (asset, id);

-- What people said of the program: problem, wish, praise, or the answer to a survey's question.
CREATE TABLE feedback (
  operation INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  person    INTEGER NOT NULL REFERENCES person,
  kind      TEXT NOT NULL CHECK (kind IN ('problem', 'wish', 'praise', 'survey')),
  subject   TEXT,
  words     TEXT NOT NULL,
  feeling   INTEGER CHECK (feeling BETWEEN 1 AND 5),
  CHECK (words <> '' OR feeling IS NOT NULL)
) STRICT;
CREATE INDEX feedback_by_operation ON feedback (operation);
CREATE INDEX feedback_by_person ON feedback (person, operation);

-- The steps of courses a person finished; the first step again begins the course anew.
CREATE TABLE course_step (
  operation INTEGER PRIMARY KEY REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  person    INTEGER NOT NULL REFERENCES person,
  course    TEXT NOT NULL CHECK (course <> ''),
  step      TEXT NOT NULL CHECK (step <> '')
) STRICT;
CREATE INDEX course_step_by_operation ON course_step (operation);
CREATE INDEX course_step_by_person ON course_step (person, operation);

-- What is attached: each content once, found by the hash of its bytes. The bytes stand last, so that whoever reads the
-- other columns does not walk over them.
CREATE TABLE attachment_content (
  id         INTEGER PRIMARY KEY,
  operation  INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  hash       BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  media_type TEXT NOT NULL
    CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf', 'application/xml')),
  size       INTEGER NOT NULL CHECK (size = length(bytes) AND size > 0),
  bytes      BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_content_by_operation ON attachment_content (operation);

-- What it is attached to is named by its unique id, because a draft becomes an entry and keeps that.
CREATE TABLE attachment (
  id        INTEGER PRIMARY KEY,
  uid       BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  operation INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED,
  noun      TEXT NOT NULL CHECK (noun IN ('entry')),
  holder    BLOB NOT NULL CHECK (length(holder) = 16),
  content   INTEGER NOT NULL REFERENCES attachment_content,
  name      TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE INDEX attachment_by_operation ON attachment (operation);
CREATE INDEX attachment_by_holder ON attachment (holder);

CREATE TABLE attachment_removal (
  attachment INTEGER PRIMARY KEY REFERENCES attachment,
  operation  INTEGER NOT NULL REFERENCES operation DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attachment_removal_by_operation ON attachment_removal (operation);

------------------------------------------------------------------ derived
CREATE TABLE account_balance (
  period  INTEGER NOT NULL,
  account INTEGER NOT NULL,
  kind    INTEGER NOT NULL CHECK (kind IN (0, 1, 2, 3)),
  debit   INTEGER NOT NULL,
  credit  INTEGER NOT NULL,
  PRIMARY KEY (period, account, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_balance (
  account INTEGER NOT NULL,
  party   INTEGER NOT NULL,
  period  INTEGER NOT NULL,
  kind    INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  debit   INTEGER NOT NULL,
  credit  INTEGER NOT NULL,
  PRIMARY KEY (account, party, period, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_balance_by_party ON party_balance (party);

-- What stands on each party's account with everything that is posted, debit positive; nothing stands as no row. By
-- amount, so that whoever is owed most is found without visiting the others.
CREATE TABLE party_net (
  account INTEGER NOT NULL,
  party   INTEGER NOT NULL,
  net     INTEGER NOT NULL CHECK (net <> 0),
  PRIMARY KEY (account, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_net_by_net ON party_net (account, net);

-- What moved on an account in another currency, by party (0 where there is none): the foreign amount and what it is
-- carried at, each by side. Lines in the book's own currency are not in it.
CREATE TABLE currency_balance (
  account        INTEGER NOT NULL,
  currency       TEXT NOT NULL,
  party          INTEGER NOT NULL,
  period         INTEGER NOT NULL,
  kind           INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  foreign_debit  INTEGER NOT NULL,
  foreign_credit INTEGER NOT NULL,
  debit          INTEGER NOT NULL,
  credit         INTEGER NOT NULL,
  PRIMARY KEY (account, currency, party, period, kind)
) STRICT, WITHOUT ROWID;

-- How the sums of parties' debit and credit balances on an account change in a period; summed from the first
-- period on they give what the balance sheet shows as asset and as liability, without visiting the parties.
CREATE TABLE side_balance (
  period  INTEGER NOT NULL,
  account INTEGER NOT NULL,
  debit   INTEGER NOT NULL,
  credit  INTEGER NOT NULL,
  PRIMARY KEY (period, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_balance (
  period         INTEGER NOT NULL,
  cash_flow_item TEXT NOT NULL,
  kind           INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
  amount         INTEGER NOT NULL,
  PRIMARY KEY (period, cash_flow_item, kind)
) STRICT, WITHOUT ROWID;

-- What of an account's movement in a period, credit minus debit, is operating although the account is not, less what is
-- not although it is: so the indirect cash flow reads no lines.
CREATE TABLE activity_balance (
  period  INTEGER NOT NULL,
  account INTEGER NOT NULL,
  amount  INTEGER NOT NULL,
  PRIMARY KEY (period, account)
) STRICT, WITHOUT ROWID;

-- Entries whose operating lines do not sum to zero because no line's activity could be derived.
CREATE TABLE activity_gap (
  entry  INTEGER PRIMARY KEY REFERENCES entry,
  date   INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX activity_gap_by_date ON activity_gap (date, entry);

CREATE TABLE open_item (
  paper INTEGER PRIMARY KEY REFERENCES paper,
  party INTEGER NOT NULL REFERENCES party,
  due   INTEGER NOT NULL,
  open  INTEGER NOT NULL CHECK (open > 0)
) STRICT;
CREATE INDEX open_item_by_party ON open_item (party, due);
CREATE INDEX open_item_by_due ON open_item (due);

-- How many days after the due day a customer pays: by then a quarter, half and three quarters of their latest settled
-- invoices were. No row for a customer who settled too few for a habit.
CREATE TABLE payment_habit (
  party INTEGER PRIMARY KEY REFERENCES party,
  early INTEGER NOT NULL,
  usual INTEGER NOT NULL CHECK (usual >= early),
  late  INTEGER NOT NULL CHECK (late >= usual)
) STRICT;

-- What parties (1), items (2) and accounts (3) are found by: every pair of letters of code and names, written and in
-- pinyin initials. Noun 0 is one row that says what made them.
CREATE TABLE search_gram (
  noun INTEGER NOT NULL CHECK (noun IN (0, 1, 2, 3)),
  gram TEXT NOT NULL,
  id   INTEGER NOT NULL,
  PRIMARY KEY (noun, gram, id)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ outside the log
CREATE TABLE form_draft (
  person  INTEGER NOT NULL,
  form    TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (person, form)
) STRICT, WITHOUT ROWID;

-- How often a screen was opened or an action done on a day, for whoever wants that counted; it names no person.
CREATE TABLE use_count (
  day   INTEGER NOT NULL,
  what  TEXT NOT NULL CHECK (what <> ''),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ what is posted stays (财会〔2024〕12号 art. 21(3))
CREATE TRIGGER operation_stays_u BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_stays_d BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_image_stays_u BEFORE UPDATE ON operation_image BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_image_stays_d BEFORE DELETE ON operation_image BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER access_stays_u BEFORE UPDATE ON access BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER access_stays_d BEFORE DELETE ON access BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER person_key_stays_u BEFORE UPDATE ON person_key BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER person_key_stays_d BEFORE DELETE ON person_key BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_policy_stays_u BEFORE UPDATE ON entry_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_policy_stays_d BEFORE DELETE ON entry_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER currency_policy_stays_u BEFORE UPDATE ON currency_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER currency_policy_stays_d BEFORE DELETE ON currency_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER exchange_rate_stays_u BEFORE UPDATE ON exchange_rate BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER exchange_rate_stays_d BEFORE DELETE ON exchange_rate BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tax_profile_stays_u BEFORE UPDATE ON tax_profile BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tax_profile_stays_d BEFORE DELETE ON tax_profile BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_tax_row_stays_u BEFORE UPDATE ON entry_tax_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_tax_row_stays_d BEFORE DELETE ON entry_tax_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER generation_policy_stays_u BEFORE UPDATE ON generation_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER generation_policy_stays_d BEFORE DELETE ON generation_policy BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER period_lock_stays_u BEFORE UPDATE ON period_lock BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER period_lock_stays_d BEFORE DELETE ON period_lock BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER kept_set_stays_u BEFORE UPDATE ON kept_set BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER kept_set_stays_d BEFORE DELETE ON kept_set BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER kept_statement_stays_u BEFORE UPDATE ON kept_statement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER kept_statement_stays_d BEFORE DELETE ON kept_statement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER posting_rule_stays_u BEFORE UPDATE ON posting_rule BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER posting_rule_stays_d BEFORE DELETE ON posting_rule BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_stays_u BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_stays_d BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_line_stays_u BEFORE UPDATE ON paper_line BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_line_stays_d BEFORE DELETE ON paper_line BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_link_stays_u BEFORE UPDATE ON paper_link BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_link_stays_d BEFORE DELETE ON paper_link BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_payment_stays_u BEFORE UPDATE ON paper_payment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_payment_stays_d BEFORE DELETE ON paper_payment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tax_row_stays_u BEFORE UPDATE ON tax_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tax_row_stays_d BEFORE DELETE ON tax_row BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_reversal_stays_u BEFORE UPDATE ON paper_reversal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_reversal_stays_d BEFORE DELETE ON paper_reversal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER allocation_stays_u BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER allocation_stays_d BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_stays_u BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_stays_d BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_line_stays_u BEFORE UPDATE ON entry_line BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_line_stays_d BEFORE DELETE ON entry_line BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER generated_entry_stays_u BEFORE UPDATE ON generated_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER generated_entry_stays_d BEFORE DELETE ON generated_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER line_tag_stays_u BEFORE UPDATE ON line_tag BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER line_tag_stays_d BEFORE DELETE ON line_tag BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER brought_in_stays_u BEFORE UPDATE ON brought_in BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER brought_in_stays_d BEFORE DELETE ON brought_in BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER brought_in_cash_stays_u BEFORE UPDATE ON brought_in_cash BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER brought_in_cash_stays_d BEFORE DELETE ON brought_in_cash BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER feedback_stays_u BEFORE UPDATE ON feedback BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER feedback_stays_d BEFORE DELETE ON feedback BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER course_step_stays_u BEFORE UPDATE ON course_step BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER course_step_stays_d BEFORE DELETE ON course_step BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_content_stays_u BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_content_stays_d BEFORE DELETE ON attachment_content BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_stays_u BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_stays_d BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_removal_stays_u BEFORE UPDATE ON attachment_removal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_removal_stays_d BEFORE DELETE ON attachment_removal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER asset_event_stays_u BEFORE UPDATE ON asset_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER asset_event_stays_d BEFORE DELETE ON asset_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;

PRAGMA user_version = 1;
