SELECT 1
FROM paper
WHERE paper.operation > ?1 AND paper.kind = 'receipt' AND paper.prepared_by = ?2 AND paper.party = ?3
  AND paper.gross = ?4
  AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = paper.id)
