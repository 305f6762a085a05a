WITH tagged AS (
  SELECT entry.period AS period,
         coalesce((SELECT cash_flow_item FROM line_tag
                   WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
                   ORDER BY operation DESC LIMIT 1), '') AS cash_flow_item,
         entry.kind AS kind, entry_line.debit, entry_line.credit
  FROM account
  JOIN entry_line ON entry_line.account = account.id
  JOIN entry ON entry.id = entry_line.entry AND entry.kind <> 0
  WHERE account.is_cash = 1
),
source AS (
  SELECT period, cash_flow_item, kind, sum(debit) - sum(credit) AS amount
  FROM tagged
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT (SELECT min(id) FROM period), cash_flow_item, 3, sum(amount)
  FROM brought_in_cash
  GROUP BY cash_flow_item
)
SELECT 'cash-flow item ' || cash_flow_item || ' in ' || period
FROM (
  SELECT source.period, source.cash_flow_item
  FROM source
  LEFT JOIN cash_balance AS kept USING (period, cash_flow_item, kind)
  WHERE coalesce(kept.amount, 0) <> source.amount
  UNION ALL
  SELECT kept.period, kept.cash_flow_item
  FROM cash_balance AS kept
  LEFT JOIN source USING (period, cash_flow_item, kind)
  WHERE source.period IS NULL AND kept.amount <> 0
)
LIMIT 1
