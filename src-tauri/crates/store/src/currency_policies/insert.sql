INSERT INTO currency_policy (operation, period, rate, revaluation)
VALUES (?1, ?2, ?3, ?4)
