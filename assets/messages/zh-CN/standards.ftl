# Words of the standards, their rates and their statements.
rate-typed = 自填税率
