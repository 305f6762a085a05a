WITH step AS (
  SELECT account, party, CASE kind WHEN 0 THEN 0 ELSE period END AS period,
         sum(debit) - sum(credit) AS net
  FROM party_balance
  GROUP BY 1, 2, 3
),
level AS (
  SELECT account, period,
         sum(net) OVER (PARTITION BY account, party ORDER BY period) AS after,
         sum(net) OVER (PARTITION BY account, party ORDER BY period) - net AS before
  FROM step
),
source AS (
  SELECT period, account,
         sum(max(after, 0)) - sum(max(before, 0)) AS debit,
         sum(max(-after, 0)) - sum(max(-before, 0)) AS credit
  FROM level
  GROUP BY period, account
)
SELECT 'account ' || coalesce(account.code, misfit.account) || ' in ' || misfit.period
FROM (
  SELECT source.period, source.account
  FROM source
  LEFT JOIN side_balance AS kept USING (period, account)
  WHERE coalesce(kept.debit, 0) <> source.debit OR coalesce(kept.credit, 0) <> source.credit
  UNION ALL
  SELECT kept.period, kept.account
  FROM side_balance AS kept
  LEFT JOIN source USING (period, account)
  WHERE source.account IS NULL AND (kept.debit <> 0 OR kept.credit <> 0)
) AS misfit
LEFT JOIN account ON account.id = misfit.account
LIMIT 1
