SELECT here.kind, rate, invoice_kind, -sum(base), -sum(tax), count(*)
FROM entry_tax_row AS here
JOIN entry AS back ON back.reversal_of = here.entry
WHERE back.date BETWEEN ?1 AND ?2
  AND here.kind <> 'none'
  AND here.operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
GROUP BY here.kind, rate, invoice_kind
