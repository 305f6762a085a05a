SELECT id, code, name, NULL AS other
FROM item
WHERE code BETWEEN ?1 AND ?2
  AND is_active = 1
  AND ?3 IS NULL
ORDER BY code
