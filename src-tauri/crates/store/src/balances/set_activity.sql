INSERT INTO activity_balance (period, account, amount)
VALUES (?1, ?2, ?3)
ON CONFLICT (period, account) DO UPDATE SET amount = excluded.amount
