SELECT currency
FROM entry_line
WHERE account = ?1
  AND currency IS NOT NULL
ORDER BY currency
LIMIT 1
