SELECT entry_line.date, entry_line.entry, entry_line.no, entry.uid, entry.word, entry.number,
       coalesce(entry_line.memo, entry.memo) AS memo, party.name AS party,
       entry_line.debit, entry_line.credit
FROM entry_line
JOIN entry ON entry.id = entry_line.entry AND entry.kind <> 0
LEFT JOIN party ON party.id = entry_line.party
WHERE entry_line.account = ?1
ORDER BY entry_line.date DESC, entry_line.entry DESC, entry_line.no DESC
LIMIT ?2
