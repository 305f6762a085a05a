SELECT coalesce(sum(entry_line.debit), 0), coalesce(sum(entry_line.credit), 0)
FROM entry_line
JOIN entry ON entry.id = entry_line.entry AND entry.kind IN (1, 2)
WHERE entry_line.account = ?1
  AND entry_line.date BETWEEN ?2 AND ?3
  AND (?4 IS NULL OR entry_line.party = ?4)
