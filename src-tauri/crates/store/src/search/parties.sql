SELECT party.id, party.code, party.name, NULL AS other
FROM (SELECT DISTINCT id FROM search_gram WHERE noun = 1 AND gram BETWEEN ?1 AND ?2) AS candidate
JOIN party ON party.id = candidate.id
WHERE party.is_active = 1
  AND (?3 IS NULL OR instr(party.kinds, ?3) > 0)
