UPDATE entry_draft
SET period = ?2, date = ?3, prepared_by = ?4, content = ?5
WHERE id = ?1
