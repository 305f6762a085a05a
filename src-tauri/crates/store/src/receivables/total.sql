SELECT count(*), coalesce(sum(open), 0)
FROM open_item
WHERE ?1 IS NULL
   OR (SELECT prepared_by FROM paper WHERE paper.id = open_item.paper) = ?1
