INSERT INTO entry_draft (uid, number, period, date, prepared_by, content, submitted_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE WHEN ?7 THEN ?5 END)
