SELECT CASE kind WHEN 0 THEN 0 ELSE period END, debit, credit
FROM party_balance
WHERE account = ?1 AND party = ?2
