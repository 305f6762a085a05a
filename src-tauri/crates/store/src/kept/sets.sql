SELECT kept_set.operation, operation.at, person.name, person.id, kept_set.period, kept_set.occasion, kept_set.reason
FROM kept_set
JOIN operation ON operation.number = kept_set.operation
JOIN person ON person.id = operation.person
WHERE ?1 IS NULL OR kept_set.period = ?1
ORDER BY kept_set.operation DESC
