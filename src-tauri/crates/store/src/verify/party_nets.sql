WITH source AS (
  SELECT account, party, sum(debit) - sum(credit) AS net
  FROM party_balance
  GROUP BY account, party
)
SELECT 'party ' || coalesce(party.code, misfit.party)
FROM (
  SELECT source.party
  FROM source
  LEFT JOIN party_net AS kept USING (account, party)
  WHERE coalesce(kept.net, 0) <> source.net
  UNION ALL
  SELECT kept.party
  FROM party_net AS kept
  LEFT JOIN source USING (account, party)
  WHERE source.account IS NULL
) AS misfit
LEFT JOIN party ON party.id = misfit.party
LIMIT 1
