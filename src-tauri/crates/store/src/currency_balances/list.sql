SELECT account, currency, party, period, kind, foreign_debit, foreign_credit, debit, credit
FROM currency_balance
WHERE period <= ?1
ORDER BY account, currency, party, period
