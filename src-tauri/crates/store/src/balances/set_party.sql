INSERT INTO party_balance (account, party, period, kind, debit, credit)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (account, party, period, kind)
DO UPDATE SET debit = excluded.debit, credit = excluded.credit
