# What leaves the book: lists and the journal.

nav-export = Data out
export-about = Whatever the book holds can leave it: your data are yours. Tables are CSV that any spreadsheet opens; texts in them cannot run as formulas. What is saved is no longer encrypted.
export-saved = Saved: { $file }
export-save = Save
export-accounts = Accounts
export-accounts-about = code, names, class and marks of each account
export-parties = Customers and suppliers
export-parties-about = names, tax numbers, terms
export-items = Goods and services
export-items-about = prices, units, rates
export-entries = Entries
export-entries-about = every posted entry with all its lines, in the form that import takes
export-hledger = Journal in plain text (hledger)
export-hledger-about = accounts and entries as hledger and its relatives read them: another program adds up the book
