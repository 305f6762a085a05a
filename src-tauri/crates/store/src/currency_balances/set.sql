INSERT INTO currency_balance (account, currency, party, period, kind,
                              foreign_debit, foreign_credit, debit, credit)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (account, currency, party, period, kind) DO UPDATE
SET foreign_debit = excluded.foreign_debit, foreign_credit = excluded.foreign_credit,
    debit = excluded.debit, credit = excluded.credit
