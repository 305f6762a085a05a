SELECT feedback.operation, operation.at, person.name, feedback.kind, feedback.subject,
       feedback.words, feedback.feeling
FROM feedback
JOIN operation ON operation.number = feedback.operation
JOIN person ON person.id = feedback.person
WHERE (?1 IS NULL OR feedback.person = ?1) AND feedback.operation < ?2
ORDER BY feedback.operation DESC
LIMIT ?3
