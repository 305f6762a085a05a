INSERT INTO operation (number, uid, at, person, action, digest, hash, signature)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
