SELECT entry.uid, entry.word, entry.number
FROM entry_tax_row AS here
JOIN entry ON entry.id = here.entry
WHERE here.invoice_number = ?1
  AND (here.entry <> ?2 OR here.line <> ?3)
  AND NOT EXISTS (SELECT 1 FROM entry AS back WHERE back.reversal_of = here.entry)
  AND here.operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
LIMIT 1
