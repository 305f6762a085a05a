SELECT account.id, account.code, account.name_zh, account.name_en
FROM (SELECT DISTINCT id FROM search_gram WHERE noun = 3 AND gram BETWEEN ?1 AND ?2) AS candidate
JOIN account ON account.id = candidate.id
WHERE account.is_active = 1
  AND ?3 IS NULL
