INSERT INTO entry_policy (operation, period, review, cashier_signs, words)
VALUES (?1, ?2, ?3, ?4, ?5)
