SELECT operation.number, operation.uid, operation.at, person.name, operation.action, operation.hash
FROM operation
JOIN person ON person.id = operation.person
WHERE operation.number < ?1
ORDER BY operation.number DESC
LIMIT ?2
