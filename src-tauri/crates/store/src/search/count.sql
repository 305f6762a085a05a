SELECT count(*)
FROM (SELECT DISTINCT id FROM search_gram WHERE noun = ?1 AND gram BETWEEN ?2 AND ?3 LIMIT ?4)
