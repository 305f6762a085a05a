SELECT operation.number, operation.uid, operation.at, person.uid, operation.action,
       operation.digest, operation.hash, operation.signature, person.verify_key
FROM operation
JOIN person ON person.id = operation.person
ORDER BY operation.number
