SELECT at, person, substr(action, 1, 20) = '{"do":"record_entry"' AS is_entry
FROM operation
ORDER BY number DESC
