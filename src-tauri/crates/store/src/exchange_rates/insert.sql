INSERT INTO exchange_rate (operation, currency, date, rate, source)
VALUES (?1, ?2, ?3, ?4, ?5)
