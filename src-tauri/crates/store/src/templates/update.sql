UPDATE entry_template
SET name = ?2, content = ?3
WHERE id = ?1
RETURNING uid
