SELECT account_balance.period, account_balance.kind, account_balance.debit, account_balance.credit
FROM period
CROSS JOIN account_balance
WHERE account_balance.period = period.id
  AND account_balance.account = ?1
