SELECT account, debit, credit
FROM account_balance
WHERE kind = 0
