SELECT entry.id, entry.uid, entry.operation, entry.date, entry.word, entry.number, entry.kind, entry.memo
FROM entry
WHERE entry.operation > ?1
ORDER BY entry.id
