INSERT INTO person_key (person, operation, verify_key, seal_key)
VALUES (?1, ?2, ?3, ?4)
