SELECT tax_row.paper AS place, tax_row.no AS line, 0 AS no, tax_row.rate_code AS kind, tax_row.rate,
       -tax_row.base AS base, -tax_row.tax AS tax, tax_row.invoice_kind, tax_row.invoice_number, paper_reversal.date,
       paper.party_name AS party, entry.uid, entry.word, entry.number, paper.memo
FROM paper_reversal
JOIN tax_row ON tax_row.paper = paper_reversal.paper
JOIN paper ON paper.id = tax_row.paper
JOIN entry ON entry.paper = paper.id AND entry.reversal_of IS NOT NULL
WHERE paper_reversal.date BETWEEN ?2 AND ?3 AND (tax_row.paper, tax_row.no) > (?4, ?5) AND ?6 = ?6 AND ?1 = ?1
ORDER BY tax_row.paper, tax_row.no
LIMIT ?7
