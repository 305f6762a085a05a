SELECT uid, company, standard, currency, vat_kind, tax_number, address, industry, expects_opening
FROM book WHERE id = 1
