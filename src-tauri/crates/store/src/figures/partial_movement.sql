SELECT entry_line.account, entry.kind, sum(entry_line.debit), sum(entry_line.credit)
FROM entry
JOIN entry_line ON entry_line.entry = entry.id
WHERE entry.period = ?1 AND entry.kind IN (1, 2) AND entry.date BETWEEN ?2 AND ?3
GROUP BY entry_line.account, entry.kind
