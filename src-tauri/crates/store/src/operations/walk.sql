SELECT operation.number, operation.uid, operation.at, person.uid, operation.action,
       operation.digest, operation.hash, operation.signature, operation.person
FROM operation
JOIN person ON person.id = operation.person
ORDER BY operation.number
