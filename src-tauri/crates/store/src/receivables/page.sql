WHERE open_item.due >= ?1
  AND (open_item.due, open_item.paper) > (?1, ?2)
  AND (?3 IS NULL OR paper.prepared_by = ?3)
ORDER BY open_item.due, open_item.paper
LIMIT ?4
