SELECT other.uid, other.kind, other.year, other.number, max(allocation.date) AS date,
       sum(allocation.amount) AS amount
FROM allocation
JOIN paper AS other ON other.id = allocation.receipt
WHERE allocation.invoice = ?1
GROUP BY other.id
HAVING sum(allocation.amount) <> 0
ORDER BY other.id
