SELECT entry_line.account, entry.date, entry_line.entry, entry_line.no, entry.uid, entry.word, entry.number,
       coalesce(entry_line.memo, entry.memo) AS memo, party.name AS party,
       entry_line.debit, entry_line.credit, entry_line.quantity, entry_line.currency, entry_line.foreign_amount
FROM entry
CROSS JOIN entry_line ON entry_line.entry = entry.id
LEFT JOIN party ON party.id = entry_line.party
WHERE entry.period = ?1
  AND entry.word = ?2
  AND entry.number >= ?3
  AND (entry.number, entry_line.no) > (?3, ?4)
  AND entry.date BETWEEN ?5 AND ?6
  AND entry.kind <> 0
ORDER BY entry.number, entry_line.no
LIMIT ?7
