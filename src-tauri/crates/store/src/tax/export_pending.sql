SELECT coalesce(sum(here.tax), 0)
FROM entry_tax_row AS here
JOIN entry ON entry.id = here.entry
WHERE here.tax_period > ?1
  AND here.kind = 'export'
  AND entry.date <= ?2
  AND here.operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
  AND NOT EXISTS (SELECT 1 FROM entry AS back WHERE back.reversal_of = here.entry AND back.date <= ?2)
