SELECT net
FROM paper
WHERE prepared_by = ?1 AND kind = 'sale' AND date BETWEEN ?2 AND ?3
  AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = paper.id)
