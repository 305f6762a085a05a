INSERT INTO item (uid, code, name, kind, unit, unit_price, rate_code, is_active)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
