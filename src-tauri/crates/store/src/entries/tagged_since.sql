SELECT DISTINCT entry.id, entry.uid, entry.operation, entry.date, entry.word, entry.number, entry.kind,
       entry.memo
FROM line_tag JOIN entry ON entry.id = line_tag.entry
WHERE line_tag.operation > ?1 AND entry.operation <= ?1
ORDER BY entry.id
