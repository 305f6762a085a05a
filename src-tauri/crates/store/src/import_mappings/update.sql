UPDATE import_mapping
SET content = ?2
WHERE id = ?1
RETURNING uid
