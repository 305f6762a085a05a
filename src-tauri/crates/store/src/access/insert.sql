INSERT INTO access (number, at, person, what, details, hash, signature)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
