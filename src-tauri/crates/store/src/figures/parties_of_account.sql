SELECT party, sum(debit), sum(credit)
FROM party_balance
WHERE account = ?1 AND period <= ?2
GROUP BY party
