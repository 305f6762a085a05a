SELECT EXISTS (
  SELECT 1
  FROM entry_line
  WHERE account = ?1
    AND (CASE ?2 WHEN 'none' THEN currency IS NOT NULL ELSE currency IS NOT ?2 END)
)
