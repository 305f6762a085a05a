SELECT coalesce(max(number), 0) + 1
FROM entry
WHERE period = ?1 AND word = ?2
