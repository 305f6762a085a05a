INSERT INTO attachment (uid, operation, noun, holder, content, name)
VALUES (?1, ?2, 'entry', ?3, ?4, ?5)
