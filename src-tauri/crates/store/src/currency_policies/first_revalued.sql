SELECT min(entry.period)
FROM entry_line
JOIN entry ON entry.id = entry_line.entry
WHERE entry_line.currency IS NOT NULL
  AND entry_line.foreign_amount = 0
  AND entry.period BETWEEN ?1 AND ?2
