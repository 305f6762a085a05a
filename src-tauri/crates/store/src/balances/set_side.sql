INSERT INTO side_balance (period, account, debit, credit)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (period, account) DO UPDATE SET debit = excluded.debit, credit = excluded.credit
