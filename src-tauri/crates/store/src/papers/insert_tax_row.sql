INSERT INTO tax_row (paper, no, base, rate_code, rate, tax, tax_period, invoice_kind, invoice_number)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
