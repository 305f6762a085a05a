SELECT invoice, sum(amount)
FROM allocation
WHERE receipt = ?1
GROUP BY invoice
HAVING sum(amount) <> 0
ORDER BY invoice
