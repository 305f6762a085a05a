SELECT 1
FROM entry
WHERE operation > ?1 AND prepared_by = ?2 AND reversal_of IS NOT NULL
