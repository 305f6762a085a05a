WITH source AS (
  SELECT sale.id AS paper,
         sale.gross
           - coalesce((SELECT sum(amount) FROM paper_payment WHERE paper_payment.paper = sale.id), 0)
           - coalesce((SELECT sum(amount) FROM allocation WHERE allocation.invoice = sale.id), 0) AS open
  FROM paper AS sale
  WHERE sale.kind = 'sale' AND sale.party IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = sale.id)
)
SELECT 'paper ' || paper
FROM (
  SELECT source.paper
  FROM source
  LEFT JOIN open_item USING (paper)
  WHERE coalesce(open_item.open, 0) <> source.open
  UNION ALL
  SELECT open_item.paper
  FROM open_item
  LEFT JOIN source USING (paper)
  WHERE source.paper IS NULL
)
LIMIT 1
