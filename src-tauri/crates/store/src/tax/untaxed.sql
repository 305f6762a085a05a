SELECT entry_line.no, entry_line.date, entry_line.debit, entry_line.credit, entry.uid, entry.word, entry.number,
       coalesce(entry_line.memo, entry.memo) AS memo
FROM entry_line
JOIN entry ON entry.id = entry_line.entry
WHERE entry_line.account = ?1
  AND entry_line.date BETWEEN ?2 AND ?3
  AND entry.kind = 1
  AND entry.paper IS NULL
  AND (CASE ?4 WHEN 'debit' THEN entry_line.debit ELSE entry_line.credit END) <> 0
  AND NOT EXISTS (SELECT 1 FROM entry_tax_row WHERE entry = entry_line.entry AND line = entry_line.no)
  AND NOT EXISTS (SELECT 1 FROM entry_tax_row WHERE entry = entry.reversal_of)
  AND NOT EXISTS (SELECT 1 FROM generated_entry WHERE generated_entry.entry = entry.id)
ORDER BY entry_line.date, entry_line.entry, entry_line.no
