SELECT id, currency, date, rate, source
FROM exchange_rate
WHERE currency = ?1 AND date BETWEEN ?2 AND ?3
ORDER BY date DESC, id DESC
LIMIT 1
