SELECT open_item.paper, open_item.party, open_item.due, open_item.open
FROM open_item
WHERE ?1 IS NULL
   OR (SELECT prepared_by FROM paper WHERE paper.id = open_item.paper) = ?1
ORDER BY open_item.due, open_item.paper
