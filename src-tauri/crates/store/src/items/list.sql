SELECT *
FROM item
WHERE code > ?1
  AND is_active = 1
  AND (?2 IS NULL OR instr(lower(name), lower(?2)) > 0 OR instr(lower(code), lower(?2)) > 0)
ORDER BY code
LIMIT ?3
