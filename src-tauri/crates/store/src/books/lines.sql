SELECT entry_line.account, entry_line.date, entry_line.entry, entry_line.no, entry.uid, entry.word, entry.number,
       coalesce(entry_line.memo, entry.memo) AS memo, party.name AS party,
       entry_line.debit, entry_line.credit, entry_line.quantity, entry_line.currency, entry_line.foreign_amount
FROM entry_line
JOIN entry ON entry.id = entry_line.entry AND entry.kind <> 0
LEFT JOIN party ON party.id = entry_line.party
WHERE entry_line.account = ?1
  AND entry_line.date >= ?2
  AND (entry_line.date, entry_line.entry, entry_line.no) > (?2, ?3, ?4)
  AND entry_line.date <= ?5
ORDER BY entry_line.date, entry_line.entry, entry_line.no
LIMIT ?6
