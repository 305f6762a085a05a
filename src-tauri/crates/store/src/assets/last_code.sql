SELECT max(CAST(substr(code, 3) AS INTEGER)) FROM asset
WHERE code LIKE ?1 || '%' AND substr(code, 3) NOT GLOB '*[^0-9]*' AND length(code) BETWEEN 3 AND 12
