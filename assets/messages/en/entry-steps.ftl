# The steps of an entry before it is posted, who takes them, and the words of its number.

word-receipt = RV
word-payment = PV
word-transfer = JV

voucher-paper-own-review = Prepared and reviewed by one person, as this company decided

action-submit-entries = hand entries in
action-sign-entries = sign entries as the cashier
action-review-entries = review entries
action-withdraw-entries = withdraw entries
action-return-entries = send entries back
action-set-entry-policy = decide the steps and words of entries
action-list-awaiting = see what waits to be signed or reviewed

error-entry-submitted = This entry has been handed in and can be neither changed nor discarded. Withdraw it, or have it sent back, and it is a draft again.
error-entry-not-submitted = This entry has not been handed in yet. Who prepared it hands it in first.
error-step-done = This step has been taken already; nothing needs to be done.
error-no-cash-to-sign = This entry moves neither cash nor bank, so there is nothing for the cashier to sign. It can be reviewed.
error-signature-missing = This entry moves cash or bank, and the cashier has to sign it first. Hand it in and it waits for the cashier.
error-review-missing = This entry has not been reviewed. Hand it in; it can be posted when somebody other than its preparer has reviewed it.
error-own-entry = Nobody reviews an entry they prepared themselves. Leave it to another person.
error-cashier-reviews = Who signs an entry as the cashier may not review it too. Leave one of the two to another person.
error-not-preparer = Only who prepared an entry, or the owner, may hand it in or withdraw it.
error-not-reviewer = This entry has been signed or reviewed, so it cannot be withdrawn. Its reviewer or the owner can send it back.
error-nothing-chosen = No entry was named. Choose at least one.
error-draft-of-reversal = This draft takes back a posted entry and follows from that one, so it is not changed. Discard it and reverse the entry again.
error-policy-period-used = Entries of { $period } are posted already, and one period keeps one way of wording them. Begin with a later period.
error-several-reviewers = More than one person can review in this book, so nobody reviews their own entries. Choose review by another person.
error-import-needs-review = Entries of { $period } pass through more than one person before they are posted, and an import posts at once. Import into earlier periods, or begin the rule with a later one under Settings, Entries.

awaiting-count = { $count ->
    [0] nothing
    [one] one entry
   *[other] { $count } entries
}
awaiting-marked = { $count } marked
awaiting-mend = Mend
awaiting-none = Nothing waits for you
awaiting-none-about = Entries stand here that you sign as the cashier, review, or mend because they were sent back. Which steps there are is decided under Settings, Entries.
awaiting-review = Review
awaiting-sign = Sign
awaiting-step = To do

entry-returned = Sent back by { $by }: { $reason }
entry-reversal-waits = The reversal is handed in and waits to be reviewed
entry-submitted = Draft { $number } is handed in

nav-awaiting = Waiting for me
nav-entry-policy = Entries

own-review = own review

policy-cashier = Cashier
policy-cashier-no = Does not sign
policy-cashier-yes = Signs what moves cash
policy-decided = Decided from { $period } on
policy-from = From
policy-history = Decided
policy-law = What is posted stays as it is: 财会〔2024〕12号 art. 21(3). A decision holds for entries of its period and later ones.
policy-review = Review
policy-review-free = Not asked for
policy-review-free-about = posted at once
policy-review-other = By another person
policy-review-other-about = never who prepared it
policy-review-own = By the preparer
policy-review-own-about = one-person company; marked
policy-title = What entries go through
policy-words = Words
policy-words-general = One for all
policy-words-split = Receipt, payment, transfer

stage-returned = Sent back
stage-reviewed = Reviewed
stage-signed = Signed
stage-submitted = Handed in

step-many = { $step } { $count }
step-return = Send back
step-return-about = It becomes a draft again, and who prepared it reads the reason. Signature and review are taken off.
step-return-done = { $count ->
    [one] One entry is sent back
   *[other] { $count } entries are sent back
}
step-return-title = { $count ->
    [one] Send one entry back
   *[other] Send { $count } entries back
}
step-review = Review
step-review-done = { $count ->
    [one] One entry is reviewed
   *[other] { $count } entries are reviewed
}
step-sign = Sign
step-sign-done = { $count ->
    [one] One entry is signed
   *[other] { $count } entries are signed
}
step-submit = Hand in
step-submit-done = { $count ->
    [one] One entry is handed in
   *[other] { $count } entries are handed in
}
step-withdraw = Withdraw
step-withdraw-done = { $count ->
    [one] One entry is a draft again
   *[other] { $count } entries are drafts again
}

waiting-awaiting = Entries waiting for me
