UPDATE entry_draft
SET period = ?2, date = ?3, prepared_by = ?4, content = ?5,
    submitted_by = CASE WHEN ?6 THEN ?4 END,
    returned_by = CASE WHEN ?6 THEN NULL ELSE returned_by END,
    return_reason = CASE WHEN ?6 THEN NULL ELSE return_reason END
WHERE id = ?1
