SELECT coalesce(max(CAST(substr(code, 2) AS INTEGER)), 0)
FROM item
WHERE code GLOB 'P[0-9]*'
