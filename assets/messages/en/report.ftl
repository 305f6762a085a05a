# Words on papers: statements, the trial balance and what stands around them.

report-company = Company
report-unit = Unit
report-row = Row
report-item = Item
report-total = Total
report-page = Page { $page } of { $pages }
report-operation = Operation { $operation }
report-code = code { $code }
report-posted-only = posted entries only
report-includes-unposted = includes entries not yet posted: { $count }
report-includes-unposted-but = includes entries not yet posted: { $count }; left out, because they cannot be posted as they are: { $left }
report-prepared-by = Prepared by
report-reviewed-by = Reviewed by
report-approved-by = Approved by
report-holds = { $equality }: holds
report-differs = { $equality }: fails, { $left } and { $right }

report-as-of = { $day } { $month } { $year }
report-month = { $month } { $year }
report-range = { $from } to { $to }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

currency-CNY = CNY yuan
currency-USD = USD
currency-EUR = EUR
currency-GBP = GBP
currency-HKD = HKD
currency-JPY = JPY

trial-balance-title = Trial Balance
trial-balance-account = Account
trial-balance-name = Name
trial-balance-opening = Opening balance
trial-balance-turnover = Turnover
trial-balance-closing = Closing balance
trial-balance-debit = Debit
trial-balance-credit = Credit

check-assets-equal-liabilities-and-equity = Assets = liabilities + equity
check-customers-split-is-complete = Receivables and customer advances: nothing netted away
check-suppliers-split-is-complete = Payables and prepayments: nothing netted away
check-other-parties-split-is-complete = Other receivables and payables: nothing netted away
check-operating-profit-agrees-with-accounts = Operating profit agrees with the accounts
check-profit-before-tax-agrees-with-accounts = Profit before tax agrees with the accounts
check-profit-agrees-with-accounts = Net profit agrees with the profit and loss accounts
check-closing-cash-equals-cash-accounts = Closing cash = balance of the cash accounts
check-opening-balances = Opening debits = opening credits
check-turnovers = Debits = credits
check-closing-balances = Closing debits = closing credits
check-opening-and-turnover-give-closing = Opening + debits - credits = closing
report-column-span = Current period
