INSERT INTO person (uid, name, role, is_active)
VALUES (?1, ?2, ?3, 1)
