SELECT *
FROM item
WHERE code > ?1
  AND is_active = 1
ORDER BY code
LIMIT ?2
