SELECT account
FROM entry_line
WHERE entry = ?1
  AND (debit <> 0) <> ?2
GROUP BY account
ORDER BY min(no)
LIMIT 4
