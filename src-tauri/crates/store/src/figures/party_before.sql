SELECT coalesce(sum(debit), 0), coalesce(sum(credit), 0)
FROM party_balance
WHERE account = ?1 AND party = ?2 AND (kind = 0 OR period <= ?3)
