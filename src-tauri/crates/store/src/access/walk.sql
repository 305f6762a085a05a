SELECT number, at, person, what, details, hash, signature
FROM access
ORDER BY number
