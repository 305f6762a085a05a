INSERT INTO tax_profile (operation, period, place, filing, exporter, staff, assets, export_rate, refund_rate,
                         income_rate)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
