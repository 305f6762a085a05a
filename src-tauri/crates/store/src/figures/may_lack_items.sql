SELECT EXISTS (SELECT 1 FROM cash_balance
               WHERE period = ?1 AND cash_flow_item = '' AND kind IN (1, 2))
