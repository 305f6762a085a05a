SELECT coalesce(max(number), 0) + 1
FROM paper
WHERE kind = ?1 AND year = ?2
