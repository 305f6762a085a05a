WITH source AS (
  SELECT line.account AS account, line.currency AS currency,
         CASE WHEN account.class IN ('asset', 'liability', 'equity') THEN coalesce(line.party, 0) ELSE 0 END AS party,
         entry.period AS period, entry.kind AS kind,
         sum(CASE WHEN line.credit = 0 THEN line.foreign_amount ELSE 0 END) AS foreign_debit,
         sum(CASE WHEN line.credit = 0 THEN 0 ELSE line.foreign_amount END) AS foreign_credit,
         sum(line.debit) AS debit, sum(line.credit) AS credit
  FROM entry_line AS line
  JOIN entry ON entry.id = line.entry
  JOIN account ON account.id = line.account
  WHERE line.currency IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5
)
SELECT coalesce(account.code, misfit.account) || ' ' || misfit.currency
FROM (
  SELECT source.account, source.currency
  FROM source
  LEFT JOIN currency_balance AS kept USING (account, currency, party, period, kind)
  WHERE kept.debit IS NOT source.debit OR kept.credit IS NOT source.credit
     OR kept.foreign_debit IS NOT source.foreign_debit OR kept.foreign_credit IS NOT source.foreign_credit
  UNION ALL
  SELECT kept.account, kept.currency
  FROM currency_balance AS kept
  LEFT JOIN source USING (account, currency, party, period, kind)
  WHERE source.account IS NULL
) AS misfit
LEFT JOIN account ON account.id = misfit.account
LIMIT 1
