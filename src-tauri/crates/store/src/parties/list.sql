SELECT *
FROM party
WHERE code > ?1
  AND is_active = 1
  AND (?2 IS NULL OR instr(kinds, ?2) > 0)
ORDER BY code
LIMIT ?3
