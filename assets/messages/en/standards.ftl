# Words of the standards, their rates and their statements.
rate-typed = typed for this book
check-indirect-equals-direct = Indirect cash of operations = direct cash of operations
check-change-in-cash-equals-items = Change in cash = sum of the cash-flow items
nav-cash-flow-indirect = Cash flow, indirect
nav-income-statement-by-nature = Income statement by nature
activities-open = Entries whose activity is open: { $count }
activities-open-about = Operating lines of these entries do not sum to zero. Give the cash line the item that fits its account, or split the entry; then both cash flows agree.
