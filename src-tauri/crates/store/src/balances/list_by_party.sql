SELECT period, kind, debit, credit
FROM party_balance
WHERE account = ?1 AND party = ?2
