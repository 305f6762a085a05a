SELECT coalesce(sum(CASE WHEN debit <> 0 THEN quantity ELSE -quantity END), 0)
FROM entry_line
WHERE account = ?1
  AND date < ?2
  AND (?3 IS NULL OR party = ?3)
  AND quantity IS NOT NULL
