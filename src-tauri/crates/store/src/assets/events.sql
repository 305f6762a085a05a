SELECT kept.id, kept.operation, kept.asset, kept.kind, kept.day, kept.amount, kept.brought_in, kept.accumulated,
  kept.method, kept.residual, kept.life_months, kept.total_units, kept.units, kept.expense_account
FROM asset_event AS kept
WHERE kept.kind <> 'taken-back' AND (?1 IS NULL OR kept.asset = ?1)
  AND NOT EXISTS (SELECT 1 FROM asset_event AS back WHERE back.asset = kept.asset AND back.event = kept.id)
ORDER BY kept.asset, kept.id
