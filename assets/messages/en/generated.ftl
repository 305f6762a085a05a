# Entries a period end makes by rule: their memos, their generators, the page that shows them, its errors.

memo-income-transfer = Income transferred to the profit account
memo-expense-transfer = Expenses transferred to the profit account
memo-year-profit = Profit of the year to undistributed profit
memo-appropriation = Appropriation to statutory reserve
memo-distribution = Accounts of distribution to undistributed profit
memo-dividends = Dividends to retained earnings

action-generate-entries = Make period-end entries
action-set-generation-policy = Decide how period-end entries are made
action-preview-generated = See period-end entries
action-save-transfer = Save a transfer
action-remove-transfer = Remove a transfer
action-list-transfers = See transfers

error-nothing-to-generate = There is nothing to make for { $period }: everything is posted, or the drafts are up to date.
error-generator-off = The company does not use this kind of period-end entry. Switch it on in the settings of period-end entries first.
error-transfer-unbalanced = A transfer has exactly one line that takes the rest, so that it balances. Choose it.
error-share-malformed = “{ $text }” is no share. Write per cent, like 12.5, or a fraction, like 1/12.
error-unknown-transfer = This transfer is no longer in the book; it may just have been removed. Open the list again.
error-next-period-missing = No period follows { $period }, so there is none to take the entry back in. Add the next year first.

nav-generated = Period-end entries
generated-title = Period-end entries, { $period }
generated-make = Make drafts
generated-post = Post all
generated-open = Open the entry
generated-decide = Decide how
generated-tally = { $count ->
    [one] 1 entry to make
   *[other] { $count } entries to make
}
generated-tally-drafts = { $count ->
    [one] 1 draft to post
   *[other] { $count } drafts to post
}
generated-tally-none = All posted
generated-nothing-to-make = There is nothing to make
generated-nothing-to-post = No draft says what is worked out here
generated-made = { $count ->
    [one] 1 draft made
   *[other] { $count } drafts made
}
generated-posted = { $count ->
    [one] 1 entry posted
   *[other] { $count } entries posted
}
generated-decided = Decided from { $period } on
generated-effect = Effect on profit
generated-effect-sum = Effect of what is not posted on profit
generated-difference = the difference
generated-authorised = its rule is authorised and needs no reviewer
generated-idle = Nothing to do this period
generated-other-drafts = { $count ->
    [one] 1 other entry of the period is not posted and is not counted in
   *[other] { $count } other entries of the period are not posted and are not counted in
}
generated-state-to-write = To make
generated-state-draft = Draft
generated-state-stale = Draft out of date
generated-transfer = Profit and loss
generated-transfer-monthly = Every period
generated-transfer-monthly-about = transferred at each period end
generated-transfer-yearly = Once a year
generated-transfer-yearly-about = transferred in the last period
generated-use-off = Not used
generated-use-person = Reviewed
generated-use-rule = Rule reviews
generated-use-about = “Rule reviews” means that the company authorises the rule: its entries name rule and version and need no other reviewer. A draft that somebody changed is reviewed like any other.
generated-capital = Registered capital
generated-capital-hint = The statutory reserve grows to half of it; left empty, to half of what is paid in.

generator-transfers = Transfers of your own
generator-profit-transfer = Profit and loss transfer
generator-year-profit = Profit of the year
generator-appropriation = Statutory reserve
generator-distribution = Distribution and dividends

transfers = Transfers of your own
transfers-none = None yet. Accruals, prepaid costs and costs shared by percentage can be kept here; they come as entries when due.
transfer-new = New transfer
transfer-change = Change transfer
transfer-remove = Remove
transfer-saved = “{ $name }” is kept
transfer-removed = “{ $name }” is removed; what it posted stays
transfer-name = Name, which is also the memo
transfer-first = First period
transfer-last = Last period
transfer-last-none = no end
transfer-every = How often
transfer-every-month = Monthly
transfer-every-quarter = Quarterly
transfer-every-year = Yearly
transfer-back = On the first day after
transfer-back-no = It stays
transfer-back-yes = Taken back
transfer-due = { $every }, from { $first }
transfer-due-until = { $every }, { $first } to { $last }
transfer-line-add = Add a line
transfer-line-remove = Remove line
transfer-two-lines = An entry has two lines at least
transfer-side = Side
transfer-what = Amount from
transfer-what-amount = Fixed amount
transfer-what-spread = Total, spread
transfer-what-balance = Balance
transfer-what-debit = Debits of the period
transfer-what-credit = Credits of the period
transfer-what-rest = The rest
transfer-parts = Periods
transfer-of = Account it is taken from
transfer-share = Share: 30 or 1/12
transfer-party = Party
transfer-rest-about = One line takes the rest, so that the entry balances. An account counts with those below it; its balance is positive on its own side.
