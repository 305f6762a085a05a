INSERT INTO book (id, uid, company, standard, currency, vat_kind, tax_number, address, industry, expects_opening)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
