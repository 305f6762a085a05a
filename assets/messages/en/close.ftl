# Closing a period: its checks, what they found, and the close itself.
nav-close = Month close
close-title = Close { $period }
close-tally-open = { $holding } of { $checks } hold, { $open } to look at
close-tally-all = all { $checks } hold
close-again = Check again
close-do = Close
close-not-yet = Not yet
close-may = Nothing stops the close
close-may-not = Opens when nothing marked red is left
close-is-closed = Closed: nothing is posted here any more
close-key-open = Open the first culprit
close-key-next = Next open check
close-check = Check
close-count = Open
close-cause = Cause
close-no-amount = —
close-and = ,{" "}
close-state-holds = holds
close-state-warns = to look at, does not stop the close
close-state-stops = stops the close

## Groups and checks

close-group-entries = Papers and entries
close-group-ledgers = Ledger against detail
close-group-accounts = Opening and carrying over
close-check-previous-closed = Previous period closed
close-check-entries-posted = All entries posted
close-check-numbers-continuous = Numbers without gaps
close-check-cash-items-assigned = Cash-flow items assigned
close-check-activities-known = Activities known
close-check-trial-balance = Trial balance balances
close-check-parties-agree = Parties add up
close-check-receivables-agree = Receivables
close-check-advances-agree = Advances received
close-check-opening-present = Opening balances
close-check-clearing-empty = Clearing accounts
close-check-profit-transferred = Profit and loss transferred

## What a check found

close-cause-previous-open = { $period } is still open and comes first
close-cause-previous-closed = { $period } is closed
close-cause-previous-none = the first period of the book
close-cause-entries-posted = no draft is left
close-step-submitted = { $count ->
    [one] 1 waits for review
   *[other] { $count } wait for review
  }
close-step-returned = { $count ->
    [one] 1 sent back
   *[other] { $count } sent back
  }
close-step-reviewed = { $count ->
    [one] 1 reviewed, to be posted
   *[other] { $count } reviewed, to be posted
  }
close-step-drafts = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
  }
close-cause-numbers-none = no entry in this period
close-cause-numbers-continuous = { $numbers }
close-cause-numbers-missing = numbers are missing among { $numbers }; verify the book
close-cause-cash-items-assigned = every cash line has one
close-cause-cash-items-missing = first in { $entry }
close-cause-activities-known = both cash flows agree
close-cause-activities-open = first in { $entry }; the two cash flows differ by it
close-cause-trial-balance-even = turnover of the period, debit equals credit
close-cause-trial-balance-uneven = debit and credit differ; verify the book
close-cause-parties-agree = accounts kept by party: { $accounts }
close-cause-parties-differ = { $account } differs from its parties
close-cause-receivables-agree = { $invoices ->
    [0] no open invoice
   *[other] equals the open invoices ({ $invoices })
  }
close-cause-receivables-differ = open invoices { $open }; { $difference } has no invoice behind it
close-cause-advances-right = all in credit
close-cause-advances-wrong = customers in debit on { $account }
close-cause-opening-present = entered
close-cause-opening-missing = announced and not entered yet
close-cause-opening-none = the book began empty
close-cause-clearing-empty = { $accounts } must be nil, and are
close-cause-clearing-open = { $account } must be nil by the end of the year
close-cause-profit-transferred = accounts of profit and loss are nil
close-cause-profit-standing = this profit still stands on its accounts; must be carried over by the end of the year

## The statements beside it

close-compared = Statements
close-against-previous = Against last period
close-against-unposted = With drafts
close-against-year = Year to date
close-now = Now
close-with-unposted = With drafts
close-no-other = no earlier
close-change = Change
close-cash-change = Increase in cash
close-articulation = Statements agree
close-articulation-all = ✓ { $holding } / { $checks }
close-articulation-some = { $holding } / { $checks }

## The close

close-ask = Close { $period }?
close-ask-about = Entries that become final: { $entries }.
close-ask-profit = Entries that become final: { $entries }. Net profit { $profit }.
close-ask-reopen = Opening it again needs the owner and a reason.
close-ask-open = Checks still to look at: { $count }. They do not stop the close.

## Refused

error-close-held = { $check ->
    [clearing-empty] An account that only passes on is not empty, and the year ends: { $count }. Clear it, then close.
    [profit-transferred] Profit and loss still stands on its accounts, and the year ends. Transfer it, then close.
   *[other] A check stops the close ({ $check }). The page of the month close shows what is behind it; verify the book.
  }
remedy-close = Look at the month close
error-area-locked = { $area ->
    [sales] Period { $period } takes no sales any more.
    [receipts] Period { $period } takes no receipts any more.
   *[other] Period { $period } takes no entries any more.
  } Take a date in a later period, or have a bookkeeper unlock it under Settings, Periods.
error-period-not-closed = Period { $period } is not closed yet. What is filed must not change any more: close it first.
error-second-person-needed = The statements of { $period } were filed. Opening it again takes two: another person who keeps the books asks for it first, with a reason.

## The report of numbers

nav-gaps = Numbers and gaps
ledger-title-gaps = Numbers and gaps
gaps-number = Number
gaps-what = What became of it
gaps-person = By
gaps-continuous = { $count } entries, no number missing
gaps-missing = missing: { $numbers }. Posting leaves no gap, so the file was meddled with; verify the book
gaps-reversed = taken back by { $number }
gaps-temporary = draft { $number }
gaps-discarded = given up before posting
check-numbers-continuous = Numbers without gaps

## Locks, filing and opening again

close-set = Papers of the month
close-set-done = { $files } files in { $label }, { $folder }
period-soft-closed = soft-closed
period-is-soft = soft-closed
period-locked = locked: { $areas }
period-locks = Locks
period-locks-title = What { $period } still takes
period-locks-do = Apply
period-locks-done = { $period }: locks changed
period-locks-about = Besides that, each area of work may be locked by itself:
period-soft = Soft-closed
period-soft-about = No sale and no receipt is dated into it any more; owner and bookkeeper still post entries.
area-sales = sales
area-receipts = receipts and bank
area-entries = entries
reopen-way = How to correct
reopen-way-correct = Correct it in the current period
reopen-way-correct-about = the period stays as it was closed
reopen-way-reopen = Open the period again
reopen-way-reopen-about = its statements are kept as they are now
reopen-way-ask = Ask another person
reopen-way-ask-about = who opens it after you
reopen-do-correct = New entry
reopen-do-reopen = Open again
reopen-do-ask = Ask
reopen-filed-about = The statements of this period were filed. Opening it again takes two persons; what was filed stays as it was.
reopen-asked-done = Asked for { $period }; another person opens it
kept-title = Kept of { $period }
kept-mark = Mark as filed
kept-filed-done = The statements of { $period } are kept as they were filed
kept-filed = Filed
kept-asked = Asked to open again
kept-reopened = Opened again
kept-closed-again = Closed again
kept-same = No figure became another one.
kept-row = Row
kept-column = Column
kept-before = Before
kept-after = After
kept-column-closing = closing
kept-column-opening = opening
kept-column-period = period
kept-column-year-to-date = year to date
kept-column-prior-year = prior year
kept-column-debit = debit
kept-column-credit = credit
action-soft-close-period = soft-close a period
action-lock-period = lock a period
action-mark-filed = mark statements as filed
action-ask-reopening = ask to open a period again
set-index = Index
kept-hash = SHA-256 { $code }…
kept-pdf = PDF
kept-csv = CSV
