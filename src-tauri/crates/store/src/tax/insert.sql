INSERT INTO entry_tax_row (entry, line, operation, no, kind, base, rate, tax, invoice_kind, invoice_number, tax_period)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
