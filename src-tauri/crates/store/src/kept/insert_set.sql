INSERT INTO kept_set (operation, period, occasion, reason)
VALUES (?1, ?2, ?3, ?4)
