SELECT kind, rate, invoice_kind, sum(base), sum(tax), count(*)
FROM entry_tax_row AS here
WHERE tax_period BETWEEN ?1 AND ?2
  AND kind <> 'none'
  AND operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
GROUP BY kind, rate, invoice_kind
