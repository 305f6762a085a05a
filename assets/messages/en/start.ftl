# The start page: opening, creating and restoring a book.

start-title = The books are yours.
start-about =
    Sales, money and books of one company in one
    encrypted file on this computer. Nothing is sent.
start-foot =
    Nobody opens a book without its password or its recovery
    sheet, we neither. Step 5 gives you the sheet as a PDF.
start-offline = Works without a network
door-open = Open or restore a file
door-open-about = A book (.kontor), or a backup that becomes a new file.
door-unlock = Unlock the book
door-unlock-about = It is locked. Your password goes on where you left.
door-create = Start my company
door-create-about =
    Five short steps, three minutes to the first sale.
    Opening balances now or later.
door-restore = Restore a backup
door-restore-about =
    A backup (.kontor-backup) becomes a new file;
    no book you have is overwritten.

create-step-company = Company
create-step-standard = Standard
create-step-month = First month
create-step-password = Password
create-next = Next: { $step }
create-finish = Choose a place and create
create-progress = { $step } of { $steps }
create-company = Company name
create-company-title = What is the company called, and you?
create-company-about = The name as on the business licence; it is printed on statements and can be changed.
create-tax-hint = With yearly taxable sales up to 5 million yuan it is usually small-scale, so that is proposed. It chooses the rates and can be changed.
vat-small-scale = Small-scale
vat-small-scale-about = levy rate, input VAT not deducted
vat-general = General
vat-general-about = 13%, 9%, 6%, input VAT deducted
create-standard-title = Which standard does it follow?
create-standard-about = It brings the accounts, the posting rules and the forms of the statements.
standard-cn-small = China, small enterprises
standard-cn-small-about = what most small companies use
standard-cn-enterprise = China, enterprises
standard-cn-enterprise-about = listed, groups and larger companies
standard-ifrs = IFRS
standard-ifrs-about = companies abroad, foreign parents
standard-us-gaap = US GAAP
standard-us-gaap-about = companies in the United States
create-currency = Currency of the books
create-currency-hint = Three letters, such as CNY. Can be changed until the first amount is entered.
create-currency-wrong = Three letters, please
create-month-title = Which month do the books begin with?
create-month-about = Usually January, or the month the company was founded. Can be changed until the first amount is entered.
create-month = First month
create-month-wrong = Please write it like 2026-01
create-password-title = Which password?
create-password-about = The password opens the encrypted book. If it is lost, only the recovery sheet does.
create-person = Your name
create-person-hint = Asked for when opening the book, and printed under your entries.
create-password = Password
create-password-hint = At least 8 characters. Long is strong: a few unrelated words.
create-again = Once more
create-again-differs = The two differ
strength-short = Too short: at least 8 characters
strength-weak = Weak: someone with the file may guess it within days
strength-fair = Fair: a few more characters would be safer
strength-good = Good: nobody guesses this. Do not forget it

recovery-title = Save the recovery sheet, now
recovery-about = When every password is lost, only this opens the book. It is shown this once.
recovery-warning = Save it as a PDF and print it, or write it down, and lock the paper away. Then delete the PDF from this computer.
recovery-written = It is on paper
recovery-type-title = Type it back from the paper
recovery-type-about = So that we both know it is right. Spaces and dashes may be left out.
recovery-typed = What is on the sheet
recovery-differs = That is not what the sheet says; please compare
recovery-show-again = Show the sheet again
recovery-finish = Finish and open the book

unlock-title = The book is locked
unlock-about = Forms you had not finished are kept.
open-title = Open a book
open-about = The file is encrypted; your name and password open it.
open-person = Name
open-password = Password
open-unlock = Open
open-busy = One moment
open-choose = Choose a file
open-none = First choose the file of a book (.kontor).

restore-title = Restore a backup
restore-about = It becomes a new file and is then compared with the backup.
restore-backup = Backup
restore-place = Restore to
restore-none = not chosen yet
restore-choose = Choose a backup
restore-choose-place = Choose a place
restore-do = Restore
restore-waits = Choose the backup and the place first
restore-good = ✓ { $company } is restored and agrees with the backup
restore-operations = Operations
restore-total = Trial balance total
restore-open = Open the book
open-lost = Lost the password: recovery sheet
open-with-password = Use the password
open-sheet = Recovery sheet (14 groups; spaces and case do not matter)
open-new-password = New password (8 characters or more)

door-sample = Look around in a sample company
door-sample-about =
    Opens in seconds. Change what you like; a fresh one is a key away.
    Trade, shop or services.
language-question = 选择语言 · Choose a language
language-later = 以后按 F12 随时切换 · F12 changes it at any time
unlock-sample-about = A sample company needs no password.

create-step-trade = Trade, tax
create-trade-title = What does it do, and how does it pay VAT?
create-trade-about = The rates are prepared by it; all of it can be changed.
create-industry = Industry
create-industry-hint = Take the nearest. It touches no figure; it only proposes whether a new item is goods or a service.
industry-trade = Trade
industry-trade-about = on credit, in quantities
industry-retail = Shop or online shop
industry-retail-about = till, cards and wallets
industry-workshop = Workshop
industry-workshop-about = materials, work in progress, cost
industry-services = Services
industry-services-about = invoices by project, no stock
industry-other = Other
industry-other-about = none of these, or several
create-standard-hint = Proposed is the standard for small enterprises: most companies that are neither large nor listed follow it.
create-month-hint = From the first day of { $month } on, business is entered in this book.
create-opening = Were there books before?
create-opening-none = No, a new company
create-opening-none-about = it begins at nothing
create-opening-later = Yes, balances later
create-opening-later-about = invoice first; needed before the first close
create-opening-now = Yes, balances now
create-opening-now-about = opens the page for them at once
create-kept = What you typed is kept on this computer until the book is made. The password is not.
recovery-save = Save as PDF
recovery-saved = Saved as “{ $file }”. Print it, then delete it.
first-title = The book is made.
first-sale = Write the first sale
first-sale-about = Customer and item are made as you type; nothing needs preparing.
first-look = Look around
