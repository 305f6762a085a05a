WITH recent AS (
  SELECT id, memo
  FROM entry
  WHERE id > (SELECT coalesce(max(id), 0) FROM entry) - ?2
    AND prepared_by = ?1
    AND paper IS NULL
)
SELECT memo, count(*) AS uses, max(at) AS last_use
FROM (
  SELECT memo, id AS at FROM recent WHERE memo <> ''
  UNION ALL
  SELECT entry_line.memo, entry_line.entry
  FROM recent
  JOIN entry_line ON entry_line.entry = recent.id
  WHERE entry_line.memo IS NOT NULL
)
GROUP BY memo
ORDER BY uses DESC, last_use DESC
LIMIT ?3
