INSERT INTO party (uid, code, name, kinds, tax_number, phone, address, terms_days, is_active)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
