SELECT period, place, filing, exporter, staff, assets, export_rate, refund_rate, income_rate
FROM tax_profile
ORDER BY operation
