SELECT amount
FROM cash_balance
WHERE period = ?1 AND cash_flow_item = ?2 AND kind = ?3
