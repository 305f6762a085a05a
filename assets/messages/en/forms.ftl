# Open forms: what was typed into them and is kept, given back and taken back.

form-given-back = What you had typed before is back
form-begin-anew = Begin anew
form-kept = An unfinished one from before was kept
form-bring-back = Bring it back

# Taking back
action-reverse-entries = reverse many entries
entry-back = The draft is back as draft { $number }
reverse-look = Reverse…
entries-reverse = Reverse { $count }
entries-reverse-title = Reverse { $count } entries?
entries-reverse-about = Each is taken back by a reversing entry of its own, all of them or none; the originals stay.
entries-reversed-done = { $count } entries are reversed

# The helping column of a form in a small window
side-customer = What the customer owes
side-away = Put away

# A month to choose a day from
day-choose = { $label }: choose from a month
day-walk = Walk the days
day-previous-month = The month before
day-next-month = The month after
day-today = Today

# Looking through the book
command-verify = Check the book
verify-title = Check the book
verify-now = Check it now
verify-again = Check again
verify-about = Looks through every page, entry, balance and the chains of both logs, and says whether all of it fits together. You can go on working meanwhile.
verify-holds = Everything fits: { $checks } checks over { $operations ->
    [one] one operation
   *[other] { $operations } operations
}
verify-misfit = This does not fit: { $check }
verify-misfit-about = Record nothing more in this book. Restore the last good backup into a new file and check that one; keep this file as it is.

# The manual
manual-apart = Read in a window of its own

verify-fits = ✓ fits
verify-does-not-fit = ✗ does not fit

# A file for an entry that is being typed
entry-draft-for-file = Draft { $number } is kept, so that the file has its place
