# Each check of a verification, as `kontor verify` lists them.

verify-pages = the seal of every page of the file
verify-structure = structure and references of the data
verify-schema = definitions of the tables
verify-operations = chain and signatures of the log of operations
verify-access = chain and signatures of the log of access
verify-rows = digest of all data
verify-images = history of the data that may change
verify-entries = entries: balance, totals, numbers without gaps
verify-account-balances = balances of accounts against their lines
verify-party-balances = balances of parties against their lines
verify-side-balances = sums of the parties' debit and credit balances
verify-cash-balances = cash flow against the lines of cash
verify-open-items = open amounts against sales, receipts and reversals
verify-search = what parties, items and accounts are found by
