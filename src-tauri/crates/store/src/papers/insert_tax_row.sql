INSERT INTO tax_row (paper, no, base, rate_code, rate, tax, tax_period)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
