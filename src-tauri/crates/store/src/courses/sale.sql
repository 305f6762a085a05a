SELECT 1
FROM paper
JOIN paper_line ON paper_line.paper = paper.id
WHERE paper.operation > ?1 AND paper.kind = 'sale' AND paper.prepared_by = ?2 AND paper.party = ?3
  AND paper_line.item = ?4 AND paper_line.quantity = ?5
  AND EXISTS (SELECT 1 FROM paper_payment WHERE paper_payment.paper = paper.id) = ?6
  AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = paper.id)
