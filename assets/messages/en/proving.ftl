# Columns beside a statement's own, statements as known at an operation, and checking prints.

statement-column-prior-period = Same period last year
statement-column-prior-year-to-date = Last year to date
statement-column-prior-year-day = Same day last year
statement-column-stretch-before = Period before
statement-column-share = Share
statement-column-growth = Growth
statement-column-then = Then
statement-column-now = Now
statement-column-difference = Difference
statement-column-quarter = Q{ $quarter } { $year }

report-known-at = { $period } (as known at operation { $operation })

error-unknown-operation = There is no operation { $operation }. The operations of this book end with { $last }.
error-no-such-columns = { $statement } has no columns { $columns }; then-now also needs the number of an operation.
error-print-code-malformed = “{ $code }” is no print code. It stands at the foot of a statement and looks like BS-20260301-20260331-F0-1234-7K3MQ9TZAB.
error-no-print-code = There is no print code in this file. What can be checked are statements printed by this program: PDF, Excel or CSV.

report-print-code = Print code

print-check-about = { $title }, { $period }, printed at operation { $operation }
print-check-genuine = The code is genuine: these were the figures of the book then.
print-check-not-genuine = The code does not fit: the book never had such a statement, or another book printed it.
print-check-file-same = Every figure in the file is as it was printed.
print-check-file-differs = The file was changed; it differs from what was printed here (file <> book).
print-check-still = The figures are the same today.
print-check-changed = These figures have changed since (then -> now):
print-check-since = Entries posted or tagged anew since: { $count }

action-check-print = Check a print

statement-columns = Other columns
statement-columns-form = Columns of the form
statement-columns-comparative = Beside last year
statement-columns-months = Months side by side
statement-columns-quarters = Quarters side by side
statement-columns-share = In per cent
statement-columns-growth = Growth on the period before
statement-columns-year-growth = Growth on last year
statement-columns-then-now = Then and now
statement-known-at = As known at an operation
statement-known-now = Back to now
statement-known-mark = As known at operation { $operation }
statement-known-at-about = Counts only what was recorded up to this operation; entries and tags that came later are left out. The latest is { $last }.
statement-operation = Operation
statement-known-shown = Show
statement-known-beside = Then, now, difference
statement-known-alone = Then alone
statement-lacks = No figures before { $day }; those columns are left out
print-check = Check a print
print-check-do = Check
print-check-how = Drop a printed PDF, Excel or CSV file here, or type the code at the foot of the statement.
print-check-choose = Choose a file
print-check-in-file = In the file
print-check-in-book = In the book
print-check-tagged = other cash-flow item

nav-changes-in-equity = Changes in equity
check-equity-changes-lead-to-its-balance = opening balance + changes of the year = closing balance
check-equity-agrees-with-income-statement = profit in retained earnings = profit of the income statement
check-equity-agrees-with-balance-sheet = equity at the end = total equity of the balance sheet

report-seen-under = { $period } (seen under { $standard })
error-no-mapping = The book keeps { $standard }; its { $statement } cannot be seen under { $under }. A cn-small book can show its balance sheet and income statement under cn-enterprise, ifrs and us-gaap.
check-equity-is-the-same = equity is that of the book's own standard
check-profit-is-the-same = profit is that of the book's own standard
statement-under = Seen under { $standard }
statement-under-mark = Seen under { $standard }, nothing remeasured

mapping-differences = Treated otherwise (amounts as in the book):
mapping-no-account = no counterpart, shown with what is nearest
mapping-no-allowance = expected credit losses are to be deducted; the book keeps no allowance
mapping-no-write-down = to be measured at the lower of cost and net realisable value
mapping-no-impairment = to be tested for impairment
mapping-no-deferred-tax = deferred tax is to be recognised
mapping-fair-value = to be measured at fair value
mapping-amortised-cost = to be measured at amortised cost with the effective rate
mapping-equity-method = the equity method applies where there is significant influence
mapping-contract-liability = contract liabilities are stated without VAT
mapping-disposal-result = gains and losses on disposal belong to operating profit
mapping-government-grants = grants related to ordinary activities are other income
mapping-exchange-gain = exchange differences stand with the item that caused them
mapping-settlement-discount = settlement discounts are variable consideration and reduce revenue
mapping-bad-debts = bad debts are impairment by expected credit losses
mapping-leases = leases give a right-of-use asset and a liability
mapping-deferred-expenses = expenditure that is no asset is an expense
mapping-development-cost = research is an expense; development is an asset only where it meets the criteria
mapping-surplus-reserve = no statutory reserve of its own, shown with retained earnings
mapping-taxes-and-surcharges = no row of its own, shown with expenses
mapping-vat = no VAT, shown with sales tax payable
