SELECT entry_draft.id, entry_draft.uid, entry_draft.number, entry_draft.period, entry_draft.date,
       person.name, entry_draft.prepared_by, entry_draft.content
FROM entry_draft
JOIN person ON person.id = entry_draft.prepared_by
WHERE (?1 IS NULL OR entry_draft.period = ?1)
  AND (?2 IS NULL OR entry_draft.uid = ?2)
ORDER BY entry_draft.id
