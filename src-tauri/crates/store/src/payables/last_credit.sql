SELECT date
FROM entry_line
WHERE party = ?1 AND account = ?2 AND credit > 0
ORDER BY date DESC
LIMIT 1
