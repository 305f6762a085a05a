# Questions and what is done with files, as the permissions and the help name them; actions stand in settings.ftl.

action-company = see the company
action-list-accounts = list accounts
action-list-cash-accounts = list accounts money is paid into
action-list-cash-flow-items = list cash-flow items
action-list-parties = list parties
action-list-items = list items
action-list-rates = list tax rates
action-list-entries = list entries
action-get-entry = see an entry
action-list-sales = list sales
action-get-sale = see a sale
action-list-receipts = list receipts
action-list-open-invoices = list open sales
action-get-statement = see a statement
action-behind-figure = trace a figure to its entries
action-get-account-ledger = see an account's ledger
action-get-today = see today
action-forecast-cash = see cash over the coming weeks
action-get-sales-by-month = see sales by month
action-get-receivable-ages = see ages of receivables
action-get-profit-bridge = see what moved the profit
action-list-receivables = list all open invoices
action-list-operations = see the log of operations
action-search = find anything
action-list-initials = see the initials of texts
action-list-persons = list the people

action-import = import of a file
action-export = export of a list
action-print = print of a statement
action-back-up = backup
action-verify = verification

action-recover-person = new password by the recovery sheet
