SELECT account, kind, debit, credit
FROM account_balance
WHERE period = ?1 AND kind IN (1, 2)
