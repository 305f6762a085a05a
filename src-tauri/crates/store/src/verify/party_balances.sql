WITH source AS (
  SELECT entry_line.account AS account, entry_line.party AS party, entry.period AS period,
         entry.kind AS kind, sum(entry_line.debit) AS debit, sum(entry_line.credit) AS credit
  FROM entry_line
  JOIN entry ON entry.id = entry_line.entry
  JOIN account ON account.id = entry_line.account AND account.class IN ('asset', 'liability', 'equity')
  WHERE entry_line.party IS NOT NULL
  GROUP BY 1, 2, 3, 4
)
SELECT 'party ' || coalesce(party.code, misfit.party)
FROM (
  SELECT source.party
  FROM source
  LEFT JOIN party_balance AS kept USING (account, party, period, kind)
  WHERE kept.debit IS NOT source.debit OR kept.credit IS NOT source.credit
  UNION ALL
  SELECT kept.party
  FROM party_balance AS kept
  LEFT JOIN source USING (account, party, period, kind)
  WHERE source.account IS NULL AND (kept.debit <> 0 OR kept.credit <> 0)
) AS misfit
LEFT JOIN party ON party.id = misfit.party
LIMIT 1
