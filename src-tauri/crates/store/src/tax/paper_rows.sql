SELECT tax_row.paper AS place, tax_row.no AS line, 0 AS no, tax_row.rate_code AS kind, tax_row.rate, tax_row.base,
       tax_row.tax, tax_row.invoice_kind, tax_row.invoice_number, paper.date, paper.party_name AS party, entry.uid,
       entry.word, entry.number, paper.memo
FROM tax_row
JOIN paper ON paper.id = tax_row.paper
JOIN entry ON entry.paper = paper.id AND entry.reversal_of IS NULL
WHERE tax_row.tax_period = ?1 AND (tax_row.paper, tax_row.no) > (?4, ?5) AND ?6 = ?6 AND ?2 <= ?3
ORDER BY tax_row.paper, tax_row.no
LIMIT ?7
