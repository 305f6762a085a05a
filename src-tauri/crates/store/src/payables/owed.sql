SELECT party, sum(credit), sum(debit)
FROM party_balance
WHERE account = ?1
GROUP BY party
