# Today: the top line, cash over the coming weeks, what waits; and the list of open invoices.

nav-today = Today
nav-receivables = Open invoices

today-figures = Figures of today
today-cash = Cash and bank
today-cash-accounts = { $count ->
    [one] in one account
   *[other] in { $count } accounts
}
today-due-in = Due in, 30 days
today-due-in-overdue = { $amount } overdue, { $count ->
    [one] one invoice
   *[other] { $count } invoices
}
today-due-in-note = none overdue, { $total } owed in all
today-due-out = Due out, 30 days
today-due-out-note = { $count ->
    [one] one supplier, { $total } in all
   *[other] { $count } suppliers, { $total } in all
}
today-profit = Profit, { $period }
today-profit-last = { $period } { $amount }
today-profit-lacks = no { $rows } yet
today-and = {" or "}
today-then = {"; "}
today-own-sales = My sales this month
today-own-sales-note = { $count ->
    [one] one sale, net; last month { $last }
   *[other] { $count } sales, net; last month { $last }
}
today-backup = Last good backup
today-backup-today = Today { $time }
today-backup-none = No backup yet
today-backup-none-about = choose a folder for backups
today-backup-good = ✓ reopened and compared
today-backup-old = { $count } days ago; time for another
today-backup-failed = failed on { $at }

today-row-revenue = revenue
today-row-cost-of-sales = cost of sales
today-row-taxes-and-surcharges = taxes and surcharges
today-row-selling-expenses = selling expenses
today-row-administrative-expenses = admin. expenses
today-row-finance-costs = finance costs
today-row-investment-income = investment income
today-row-non-operating-income = non-operating income
today-row-non-operating-expenses = non-operating exp.
today-row-income-tax = income tax

today-now = now
today-day-short = { $day } { $month }
today-day = { $day } { $month }
today-date = { $day } { $month } { $year }
today-cash-chart = Cash over the coming 13 weeks
today-cash-chart-about = { $payments ->
    [one] { $invoices } open invoices, { $habits } by the customer's habit; suppliers' balances; one monthly payment. Band: customers early or late
   *[other] { $invoices } open invoices, { $habits } by the customer's habit; suppliers' balances; { $payments } monthly payments. Band: customers early or late
}
today-no-shortfall = The money lasts through all 13 weeks; the least is { $left } on { $day }.
today-shortfall = First shortfall: { $day }, { $balance }
today-shortfall-late = Enough as things usually go; if every customer paid late, { $day } would end at { $balance }.
today-cause-supplier = { $name } is to be paid { $amount } on { $day }.
today-cause-suppliers = { $name } other suppliers are to be paid { $amount } on { $day }.
today-cause-monthly = { $name }, { $amount }, is expected on { $day }.
today-remedy-covers = { $customer } paying { $number } ({ $amount }) { $days ->
    [one] one day
   *[other] { $days } days
} earlier would cover it.
today-remedy-part = { $customer } paying { $number } ({ $amount }) { $days ->
    [one] one day
   *[other] { $days } days
} earlier would help most, though not enough.
today-remedy-none = Nothing is owed that could come in sooner; a payment has to wait.
today-help = What would help
today-help-title = How to cover { $day }, { $balance }
today-help-in = Money that could come in sooner
today-help-in-about = Expected after the shortfall, the largest first. Enter opens the sale.
today-help-in-none = Nothing is expected after the shortfall.
today-help-sooner = expected { $expected }; { $count ->
    [one] one day
   *[other] { $count } days
} sooner
today-help-enough = ✓ enough
today-help-out = Payments that could wait
today-help-out-none = No payment is expected before it.
today-help-on = on { $day }
today-help-close = Close
today-kind-monthly = every month
today-kind-supplier = supplier
today-other-suppliers = { $count } other suppliers

today-key-next = next figure
today-key-open = what is behind it
today-key-entry = new entry
today-key-print = print

waiting-nothing = Nothing waits.
waiting-overdue = Overdue: { $first }
waiting-overdue-many = Overdue: { $first } and others, { $count } customers
waiting-invoices = { $count ->
    [one] one invoice
   *[other] { $count } invoices
}
waiting-drafts = Entries to post
waiting-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
}
waiting-unassigned = { $period }: cash without a cash-flow item
waiting-lines = { $count ->
    [one] one line
   *[other] { $count } lines
}
waiting-close = { $period } can be closed
waiting-close-ready = { $count ->
    [one] one month
   *[other] { $count } months
}
waiting-close-held = work left to do
waiting-opening = Opening balances not entered
waiting-opening-note = none if new
waiting-backup-failed = The backup failed
waiting-backup-none = No backup has been made
waiting-backup-old = The backup is old
waiting-days = { $count } days

first-steps-title = The books of { $company } begin here
first-steps-about = Once something has happened, this page shows cash, what is owed, profit, and cash over the coming 13 weeks.
first-steps-sale = Record the first sale
first-steps-sale-about = Customers and items are made as you type; the entry follows by itself.
first-steps-entry = Make the first entry
first-steps-entry-about = The owner's money, founding costs, balances from older books.
first-steps-backup = Choose a folder for backups
first-steps-backup-about = A disk you can unplug or a synchronised folder. Every backup is reopened and compared.

receivables-empty = No open invoices
receivable-age = Age
receivable-late = { $count ->
    [one] one day late
   *[other] { $count } days late
}
receivable-today = due today
receivable-in = { $count ->
    [one] due tomorrow
   *[other] due in { $count } days
}

today-paper-overdue = of which overdue
today-paper-before = { $month } (last year { $before })
waiting-title = Waiting for me
