SELECT operation.at, person.name, operation_image.before
FROM operation
JOIN person ON person.id = operation.person
JOIN operation_image ON operation_image.operation = operation.number
WHERE operation.action LIKE '{"do":"discard_entry"%'
  AND operation_image.noun = 'entry_draft'
  AND operation_image.after IS NULL
ORDER BY operation.number
