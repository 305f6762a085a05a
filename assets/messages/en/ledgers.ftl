# Words in the books of account: ledgers, journals, entry list, parties and aging.

nav-general-ledger = General ledger
nav-journal = Journals
nav-entry-list = Entry list
nav-party-balances = Party balances
nav-party-ledger = Party ledger
nav-aging = Aging
nav-ledger = Account ledger
ledger-choose = Choose an account
ledger-none = Choose an account to read its ledger
ledger-none-about = Find it by code, name or pinyin initials.
ledger-empty = No lines in this time
ledger-year = { $year }
ledger-all-accounts = All accounts
ledger-by = Ages from
ledger-by-due = Due date
ledger-by-paper = Invoice date
ledger-differs = Differs

ledger-title-account-ledger = Account ledger
ledger-title-general-ledger = General ledger
ledger-title-journal = Journal
ledger-title-entry-list = Entry list
ledger-title-party-balances = Balances by party
ledger-title-party-ledger = Party ledger
ledger-title-aging = Aged receivables

ledger-date = Date
ledger-number = Entry
ledger-memo = Description
ledger-counter = Contra account
ledger-party = Party
ledger-party-code = Code
ledger-debit = Debit
ledger-credit = Credit
ledger-side = Dr/Cr
ledger-balance = Balance
ledger-quantity = Quantity
ledger-amount = Amount

ledger-side-debit = Dr
ledger-side-credit = Cr
ledger-side-none = –

ledger-opening-row = Opening balance
ledger-day-total = Day total
ledger-month-total = Month total
ledger-year-total = Year to date
ledger-carried-forward = Carried forward
ledger-brought-forward = Brought forward

ledger-age-not-due = Not due
ledger-age-today = Today
ledger-age-to-30 = 1–30 days
ledger-age-to-60 = 31–60 days
ledger-age-to-90 = 61–90 days
ledger-age-to-180 = 91–180 days
ledger-age-to-year = 181 days–1 year
ledger-age-to-2-years = 1–2 years
ledger-age-to-3-years = 2–3 years
ledger-age-older = Over 3 years
ledger-without-invoice = No invoice
ledger-owed = Receivable
ledger-advance = Advances

check-parties-equal-account = The parties' balances add up to the account
check-aging-equals-account = The aging adds up to the receivables account
