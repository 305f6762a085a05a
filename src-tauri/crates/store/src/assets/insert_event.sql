INSERT INTO asset_event (operation, asset, kind, day, amount, brought_in, accumulated, method, residual, life_months,
  total_units, units, expense_account, event)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
