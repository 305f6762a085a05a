SELECT period, is_monthly, off, authorised, registered_capital
FROM generation_policy
ORDER BY operation
