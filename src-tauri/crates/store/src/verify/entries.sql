SELECT 'entry ' || id
FROM (
  SELECT entry.id,
         count(entry_line.no) AS lines,
         coalesce(sum(entry_line.debit), 0) AS debit,
         coalesce(sum(entry_line.credit), 0) AS credit,
         entry.total,
         min(entry_line.date) AS first_date,
         max(entry_line.date) AS last_date,
         entry.date
  FROM entry
  LEFT JOIN entry_line ON entry_line.entry = entry.id
  GROUP BY entry.id
)
WHERE lines < 2 OR debit <> credit OR debit <> total OR first_date <> date OR last_date <> date
UNION ALL
SELECT 'numbers of ' || word || ' in ' || period
FROM entry
GROUP BY period, word
HAVING min(number) <> 1 OR max(number) <> count(*)
LIMIT 1
