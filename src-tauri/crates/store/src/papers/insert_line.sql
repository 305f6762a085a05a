INSERT INTO paper_line (paper, no, item, description, quantity, unit_price, tax_included,
                        net, tax, gross)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
