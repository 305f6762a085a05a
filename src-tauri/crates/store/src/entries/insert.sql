INSERT INTO entry (uid, operation, period, date, word, number, kind, memo, total,
                   prepared_by, signed_by, reviewed_by, rule, paper, reversal_of)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
