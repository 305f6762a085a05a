SELECT cash_flow_item, amount, 0
FROM cash_balance
WHERE period = ?1 AND kind IN (1, 2)
