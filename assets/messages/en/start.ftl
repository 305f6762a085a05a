# The start page: opening, creating and restoring a book.

start-title = The books are yours.
start-about =
    Sales, money and books of one company in one
    encrypted file on this computer. Nothing is sent.
start-foot =
    Nobody opens a book without its password or its recovery
    sheet, we neither. The last step of creating shows the sheet.
start-offline = Works without a network
door-open = Open a book
door-open-about = A book (.kontor) on this computer.
door-unlock = Unlock the book
door-unlock-about = It is locked. Your password goes on where you left.
door-create = Start my company
door-create-about = Five short steps, three minutes to the first sale.
door-restore = Restore a backup
door-restore-about =
    A backup (.kontor-backup) becomes a new file;
    no book you have is overwritten.

create-step-company = Company
create-step-tax = Tax
create-step-standard = Standard
create-step-month = First month
create-step-password = Password
create-next = Next: { $step }
create-finish = Choose a place and create
create-progress = { $step } of { $steps }
create-company = Company name
create-company-title = What is the company called?
create-company-about = As on the business licence. It is printed on statements.
create-tax-title = What kind of VAT payer is it?
create-tax-about = Chooses the rates and how sales are taxed.
create-tax-hint = With yearly taxable sales up to 5 million yuan it is usually small-scale.
vat-small-scale = Small-scale
vat-small-scale-about = levy rate, input VAT not deducted
vat-general = General
vat-general-about = 13%, 9%, 6%, input VAT deducted
create-standard-title = Which standard does it follow?
create-standard-about = Chooses the accounts, the posting rules and the forms of the statements.
standard-cn-small = China, small enterprises
standard-cn-small-about = what most small companies use
standard-cn-enterprise = China, enterprises
standard-cn-enterprise-about = listed, groups and larger companies
standard-ifrs = IFRS
standard-ifrs-about = companies abroad, foreign parents
standard-us-gaap = US GAAP
standard-us-gaap-about = companies in the United States
create-currency = Currency of the books
create-currency-hint = Three letters, such as CNY
create-currency-wrong = Three letters, please
create-month-title = Which month do the books begin with?
create-month-about = Usually January, or the month the company was founded.
create-month = First month
create-month-wrong = Please write it like 2026-01
create-password-title = Who uses it, with which password?
create-password-about = The password opens the encrypted book. If it is lost, only the recovery sheet does.
create-person = Your name
create-person-hint = Asked for when opening, and printed under your entries.
create-password = Password
create-password-hint = At least 8 characters. Long is strong: a few unrelated words.
create-again = Once more
create-again-differs = The two differ
strength-short = Too short: at least 8 characters
strength-weak = Weak: someone with the file may guess it within days
strength-fair = Fair: a few more characters would be safer
strength-good = Good: nobody guesses this. Do not forget it

recovery-title = Write down the recovery sheet, now
recovery-about = When every password is lost, only this opens the book. It is shown this once.
recovery-warning = Do not keep it on this computer. Write it on paper or print it, and lock it away.
recovery-print = Print
recovery-written = I have written it down
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
