SELECT party.id, party.code, party.name, sale.date, coalesce(sale.due, sale.date) AS due,
       sale.gross
         - coalesce((SELECT sum(amount) FROM paper_payment WHERE paper_payment.paper = sale.id), 0)
         - coalesce((SELECT sum(amount) FROM allocation
                     WHERE allocation.invoice = sale.id AND allocation.date <= ?1), 0) AS open
FROM paper AS sale
JOIN party ON party.id = sale.party
WHERE sale.kind = 'sale'
  AND sale.date <= ?1
  AND NOT EXISTS (SELECT 1 FROM paper_reversal
                  WHERE paper_reversal.paper = sale.id AND paper_reversal.date <= ?1)
