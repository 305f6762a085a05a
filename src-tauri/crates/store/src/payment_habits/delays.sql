SELECT coalesce(invoice.due, invoice.date), max(allocation.date)
FROM (SELECT id, due, date
      FROM paper
      WHERE party = ?1 AND kind = 'sale'
      ORDER BY id DESC
      LIMIT ?2) AS invoice
JOIN allocation ON allocation.invoice = invoice.id
WHERE NOT EXISTS (SELECT 1 FROM open_item WHERE open_item.paper = invoice.id)
  AND NOT EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.paper = invoice.id)
GROUP BY invoice.id
HAVING sum(allocation.amount) > 0
