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
