INSERT INTO generation_policy (operation, period, is_monthly, off, authorised, registered_capital)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
