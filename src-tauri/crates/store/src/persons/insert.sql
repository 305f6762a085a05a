INSERT INTO person (uid, name, role, verify_key, seal_key, is_active)
VALUES (?1, ?2, ?3, ?4, ?5, 1)
