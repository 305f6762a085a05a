SELECT entry.uid, entry.word, entry.number, activity_gap.date, entry.memo, activity_gap.amount
FROM activity_gap
JOIN entry ON entry.id = activity_gap.entry
WHERE activity_gap.date BETWEEN ?1 AND ?2
ORDER BY activity_gap.date, activity_gap.entry
LIMIT ?3
