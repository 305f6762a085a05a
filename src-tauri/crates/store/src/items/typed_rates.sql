SELECT DISTINCT rate_code
FROM item
WHERE rate_code >= 'at-' AND rate_code < 'at.'
ORDER BY rate_code
