SELECT coalesce(max(CAST(substr(code, 2) AS INTEGER)), 0)
FROM party
WHERE code GLOB ?1
