SELECT id, uid
FROM entry
WHERE paper = ?1 AND reversal_of IS NULL
ORDER BY id
LIMIT 1
