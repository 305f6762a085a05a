INSERT INTO entry_line (entry, no, account, date, debit, credit, party, item, quantity,
                        currency, foreign_amount, rate, memo)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
