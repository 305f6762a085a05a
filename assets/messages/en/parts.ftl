# Words of the parts that every screen is made of.

table-menu = Columns and copying
copy-all-rows = Copy all { $count } rows
rows-copied = Copied rows: { $count }
found-nothing = Nothing found
amount-unread = This is not an amount. A sum such as 1200*1.13 or 3k can be typed too.
percent-done = { $percent } %
settings-contrast = Contrast
contrast-system = As the system
contrast-normal = Usual
contrast-more = High
settings-text-size = Text size
text-size = { $percent } %
cancel = Stop
