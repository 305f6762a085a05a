SELECT debit, credit
FROM party_balance
WHERE account = ?1 AND party = ?2 AND period = ?3 AND kind = ?4
