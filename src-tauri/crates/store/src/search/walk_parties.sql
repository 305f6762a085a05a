SELECT id, code, name, NULL AS other
FROM party
WHERE code BETWEEN ?1 AND ?2
  AND is_active = 1
  AND (?3 IS NULL OR instr(kinds, ?3) > 0)
ORDER BY code
