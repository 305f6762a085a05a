SELECT word, min(number), max(number), count(*)
FROM entry
WHERE period = ?1
GROUP BY word
ORDER BY word
