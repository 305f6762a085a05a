SELECT account, currency, party, period, kind, foreign_debit, foreign_credit, debit, credit
FROM currency_balance
WHERE account = ?1 AND currency = ?2 AND (?3 IS NULL OR party = ?3)
ORDER BY party, period
