-- Invoices that were open on a day: those open now, and those touched by what came after it. Costs by these.
WITH candidate (id) AS (
  SELECT paper FROM open_item
  UNION
  SELECT allocation.invoice
  FROM paper AS receipt
  JOIN allocation ON allocation.receipt = receipt.id
  WHERE receipt.kind = 'receipt' AND receipt.date > ?1
  UNION
  SELECT allocation.invoice
  FROM paper_reversal
  JOIN allocation ON allocation.receipt = paper_reversal.paper
  WHERE paper_reversal.date > ?1
  UNION
  SELECT paper FROM paper_reversal WHERE date > ?1
),
standing (open) AS (
  SELECT sale.gross
    - coalesce((SELECT sum(amount) FROM paper_payment WHERE paper_payment.paper = sale.id), 0)
    - coalesce((SELECT sum(amount) FROM allocation
                WHERE allocation.invoice = sale.id AND allocation.date <= ?1), 0)
  FROM candidate
  JOIN paper AS sale ON sale.id = candidate.id
  WHERE sale.kind = 'sale'
    AND sale.date <= ?1
    AND sale.party IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM paper_reversal
                    WHERE paper_reversal.paper = sale.id AND paper_reversal.date <= ?1)
)
SELECT count(*), coalesce(sum(open), 0) FROM standing WHERE open <> 0
