SELECT debit, credit
FROM account_balance
WHERE period = ?1 AND account = ?2 AND kind = ?3
