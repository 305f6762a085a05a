SELECT item.id, item.code, item.name, NULL AS other
FROM (SELECT DISTINCT id FROM search_gram WHERE noun = 2 AND gram BETWEEN ?1 AND ?2) AS candidate
JOIN item ON item.id = candidate.id
WHERE item.is_active = 1
  AND ?3 IS NULL
