INSERT INTO allocation (operation, receipt, invoice, date, amount)
VALUES (?1, ?2, ?3, ?4, ?5)
