INSERT INTO account_balance (period, account, kind, debit, credit)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (period, account, kind) DO UPDATE SET debit = excluded.debit, credit = excluded.credit
