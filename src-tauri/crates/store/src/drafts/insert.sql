INSERT INTO entry_draft (uid, number, period, date, prepared_by, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
