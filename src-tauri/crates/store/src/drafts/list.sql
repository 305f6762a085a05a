SELECT draft.id, draft.uid, draft.number, draft.period, draft.date,
       preparer.name AS prepared_by, draft.prepared_by AS preparer_id, draft.content,
       draft.submitted_by AS submitter_id, draft.signed_by AS signer_id,
       draft.reviewed_by AS reviewer_id,
       signer.name AS signed_by, reviewer.name AS reviewed_by, returner.name AS returned_by,
       draft.return_reason
FROM entry_draft AS draft
JOIN person AS preparer ON preparer.id = draft.prepared_by
LEFT JOIN person AS signer ON signer.id = draft.signed_by
LEFT JOIN person AS reviewer ON reviewer.id = draft.reviewed_by
LEFT JOIN person AS returner ON returner.id = draft.returned_by
WHERE (?1 IS NULL OR draft.period = ?1)
  AND (?2 IS NULL OR draft.uid = ?2)
ORDER BY draft.id
