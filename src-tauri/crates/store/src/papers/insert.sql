INSERT INTO paper (uid, operation, kind, year, number, date, party, party_name, party_tax_number,
                   due, net, tax, gross, memo, prepared_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
