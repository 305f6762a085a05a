INSERT INTO feedback (operation, person, kind, subject, words, feeling)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
