SELECT id, code, name_zh, name_en
FROM account
WHERE code BETWEEN ?1 AND ?2
  AND is_active = 1
  AND ?3 IS NULL
ORDER BY code
