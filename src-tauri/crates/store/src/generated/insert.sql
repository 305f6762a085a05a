INSERT INTO generated_entry (entry, operation, generator, key, period)
VALUES (?1, ?2, ?3, ?4, ?5)
