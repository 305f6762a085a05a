SELECT period, area
FROM (
  SELECT period, area, is_locked, max(operation)
  FROM period_lock
  GROUP BY period, area
)
WHERE is_locked = 1
