# The palette that finds everything, and the ledger of one account.

palette = Find
palette-open = Papers, people, amounts, actions
palette-key = find anything
palette-about = names, numbers, amounts, pinyin initials
palette-recent = Recent
palette-parties = Parties
palette-items = Goods and services
palette-accounts = Accounts
palette-papers = Papers
palette-entries = Entries
palette-amounts = Amount { $amount }
palette-do = Do
palette-pages = Pages
palette-choose = choose
palette-apart = in a new window
palette-actions-only = actions only
palette-nothing = Nothing found for “{ $query }”
palette-nothing-about = Try a name, a code, pinyin initials, a number such as 记-12, or an amount.
palette-found =
    { $count ->
        [one] one thing found
       *[other] { $count } things found
    }
palette-new-customer = New customer “{ $name }”
palette-new-item = New item “{ $name }”
palette-sale-for = New sale for { $name }
palette-receipt-from = Receipt from { $name }
palette-sale = Sale { $number }
palette-receipt = Receipt { $number }
palette-entry = Entry { $number }
palette-ledger-of = { $code } { $name }
palette-reversed = reversed
