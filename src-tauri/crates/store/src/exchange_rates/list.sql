SELECT rate.id, rate.currency, rate.date, rate.rate, rate.source,
       person.name, substr(operation.at, 1, 10)
FROM exchange_rate AS rate
JOIN operation ON operation.number = rate.operation
JOIN person ON person.id = operation.person
WHERE (?1 IS NULL OR rate.currency = ?1)
  AND (rate.date, rate.id) < (?2, ?3)
ORDER BY rate.date DESC, rate.id DESC
LIMIT ?4
