SELECT id
FROM (SELECT id, prepared_by FROM paper WHERE kind = ?4 AND gross = ?1 ORDER BY id DESC LIMIT 500)
WHERE ?2 IS NULL OR prepared_by = ?2
ORDER BY id DESC
LIMIT ?3
