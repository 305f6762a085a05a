SELECT entry.uid, entry.word, entry.number, entry.date, entry.memo, reversal.word, reversal.number, person.name
FROM entry
JOIN entry AS reversal ON reversal.reversal_of = entry.id
JOIN operation ON operation.number = reversal.operation
JOIN person ON person.id = operation.person
WHERE entry.period = ?1
ORDER BY entry.word, entry.number
