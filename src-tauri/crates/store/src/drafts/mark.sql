UPDATE entry_draft
SET submitted_by = ?2, signed_by = ?3, reviewed_by = ?4,
    returned_by = CASE WHEN ?5 IS NULL THEN NULL ELSE ?6 END, return_reason = ?5
WHERE id = ?1
