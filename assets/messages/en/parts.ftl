# Words of the parts that every screen is made of.

table-menu = Columns and copying
copy-all-rows = Copy all { $count } rows
rows-copied = Copied rows: { $count }
found-nothing = Nothing found
