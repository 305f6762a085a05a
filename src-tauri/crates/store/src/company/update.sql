UPDATE book
SET company = ?1, currency = ?2, vat_kind = ?3, tax_number = ?4, address = ?5, industry = ?6, expects_opening = ?7
WHERE id = 1
