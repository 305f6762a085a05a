SELECT rate_code, rate, invoice_kind, sum(base), sum(tax), count(*)
FROM tax_row
WHERE tax_period BETWEEN ?1 AND ?2
GROUP BY rate_code, rate, invoice_kind
