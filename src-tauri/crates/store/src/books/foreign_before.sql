SELECT coalesce(sum(CASE WHEN debit <> 0 THEN foreign_amount ELSE -foreign_amount END), 0)
FROM entry_line
WHERE account = ?1
  AND currency = ?2
  AND date < ?3
  AND (?4 IS NULL OR party = ?4)
