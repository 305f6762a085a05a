# Words of the standards, their rates and their statements.
rate-typed = typed for this book
