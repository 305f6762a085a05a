WITH source AS (
  SELECT entry.period AS period, entry_line.account AS account, entry.kind AS kind,
         sum(entry_line.debit) AS debit, sum(entry_line.credit) AS credit
  FROM entry
  JOIN entry_line ON entry_line.entry = entry.id
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT (SELECT min(id) FROM period), account, 3, sum(debit), sum(credit)
  FROM brought_in
  GROUP BY account
)
SELECT 'account ' || coalesce(account.code, misfit.account) || ' in ' || period
FROM (
  SELECT source.period, source.account
  FROM source
  LEFT JOIN account_balance AS kept USING (period, account, kind)
  WHERE kept.debit IS NOT source.debit OR kept.credit IS NOT source.credit
  UNION ALL
  SELECT kept.period, kept.account
  FROM account_balance AS kept
  LEFT JOIN source USING (period, account, kind)
  WHERE source.account IS NULL AND (kept.debit <> 0 OR kept.credit <> 0)
) AS misfit
LEFT JOIN account ON account.id = misfit.account
LIMIT 1
