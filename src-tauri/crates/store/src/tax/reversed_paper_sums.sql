SELECT rate_code, rate, invoice_kind, -sum(base), -sum(tax), count(*)
FROM paper_reversal
JOIN tax_row ON tax_row.paper = paper_reversal.paper
WHERE paper_reversal.date BETWEEN ?1 AND ?2
GROUP BY rate_code, rate, invoice_kind
