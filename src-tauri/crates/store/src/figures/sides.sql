SELECT account, sum(debit), sum(credit)
FROM side_balance
WHERE period <= ?1
GROUP BY account
