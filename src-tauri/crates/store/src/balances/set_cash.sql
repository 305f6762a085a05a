INSERT INTO cash_balance (period, cash_flow_item, kind, amount)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (period, cash_flow_item, kind) DO UPDATE SET amount = excluded.amount
