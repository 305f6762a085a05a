SELECT account,
       CASE WHEN period = ?1 THEN 2 WHEN period > ?2 THEN 1 ELSE 0 END AS span,
       kind, sum(debit), sum(credit)
FROM account_balance
WHERE period <= ?1
GROUP BY account, span, kind
