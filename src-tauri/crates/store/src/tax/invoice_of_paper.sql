SELECT entry.uid, entry.word, entry.number
FROM tax_row
JOIN entry ON entry.paper = tax_row.paper AND entry.reversal_of IS NULL
WHERE tax_row.invoice_number = ?1
  AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = tax_row.paper)
LIMIT 1
