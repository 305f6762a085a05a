SELECT foreign_debit, foreign_credit, debit, credit
FROM currency_balance
WHERE account = ?1 AND currency = ?2 AND party = ?3 AND period = ?4 AND kind = ?5
