# One sentence or two for each error: what is wrong and what would help. The key is error- and the error's code.
# Only facts the error always carries; codes, days, amounts and paths are finished text and take no plural.

error-unknown = Not done ({ $code }). Nothing was written; it can be tried again.

## Permission and form

error-not-allowed = { $role ->
    [owner] An owner
    [bookkeeper] A bookkeeper
    [cashier] A cashier
    [salesperson] A salesperson
   *[other] The role { $role }
  } may not do this ({ $name }). Somebody with the permission can.
error-malformed = The request cannot be read: { $what }. The manual shows how it is written.
error-unknown-field = { $field ->
    [kind] This kind is not known. An entry is normal or closing, an item is goods or service.
    [kinds] This kind of party is not known. There are customer, supplier, employee and other.
    [activity] This activity is not known. It is O (operating), I (investing) or F (financing), or left out.
    [vat_kind] This kind of VAT taxpayer is not known. It is small-scale or general.
   *[other] What stands in “{ $field }” is not known. The manual lists what may stand there.
  }
error-format-unknown = “{ $format }” is not known. Formats are text, csv, json, xlsx and pdf; languages are zh-CN, en and both.
error-cancelled = Stopped as asked; nothing was written.
error-no-book = No book is open. Open one or make a new one first.
error-unknown-place = No place is chosen yet. Choose the file or folder first.

## Amounts, quantities, days

error-amount-not-a-number = “{ $text }” is not a number. Write it like 1234.50.
error-amount-too-many-decimals = Too many decimals; there may be at most { $allowed }.
error-amount-out-of-range = This number is outside what can be kept. Check its digits and its sign.
error-not-a-date = “{ $text }” is not a date. Write it like 2026-03-05.
error-date-out-of-range = { $date } is outside the periods of the book ({ $first } to { $last }). Choose another date, or add the next year first.

## Periods

error-period-closed = Period { $period } is closed. { $day ->
    [none] No later period is open.
   *[other] The first open day after it is { $day }.
  } To change the period itself, an owner reopens it.
error-period-unknown = The book has no period { $period }. A month is written like 2026-03; a new year is added after the last one.
error-already-so = The period is in this state already; nothing needs to be done.
error-earlier-period-open = { $period } is still open. Close from there, month by month.
error-later-period-closed = { $period } is closed. Reopen that one first, then the one before it.
error-unposted-entries = Entries of this period not posted yet: { $count }. Post or discard them, then close.
error-unassigned-cash = Cash lines of the period without a cash-flow item: { $count }, the first in { $entry }. Assign them there, then close.

## Entries

error-unbalanced = Debit { $debit } and credit { $credit } are not equal; debit less credit is { $difference }. An entry is posted when they agree.
error-too-few-lines = An entry needs at least two lines to be posted; the lines so far: { $lines }.
error-line-without-amount = Line { $line } has no amount. Fill it in or remove the line.
error-line-with-both-sides = Line { $line } has a debit and a credit. Split it into two lines.
error-unknown-account = There is no account { $account }. Check the code, or add the account first.
error-inactive-account = Line { $line }: account { $account } is no longer in use. Choose another.
error-party-missing = Line { $line }: account { $account } is kept by party. Say which party it is.
error-not-cash = Line { $line }: account { $account } is not a cash account and takes no cash-flow item. It belongs on the line of cash or bank.
error-word-malformed = “{ $word }” cannot be the word of an entry's number. Use one to four characters, such as 记.
error-unknown-entry = This entry ({ $entry }) was not found. It may be posted or discarded by now, or it has no such line; look at the list again.
error-already-reversed = It is reversed already and cannot be reversed again.
error-is-reversal = This entry is itself a reversal. Record the original again instead.
error-prior-year = This entry belongs to { $year } and cannot be reversed in another year. Record a correction in the current period.
error-is-opening = Opening balances cannot be reversed. Adjust them with a correcting entry.
error-reversal-before-entry = The reversal is dated before the entry. Choose the day of the entry or a later one.
error-made-by-paper = This entry was made by { $number }. Reverse that paper and the entry goes with it.

## Customers, items, accounts, people

error-unknown-party = There is no party { $party }. Check it, or add the party first.
error-unknown-item = There is no item { $item }. Check it, or add the item first.
error-unknown-rate = There is no rate { $rate } to be used. Choose one that is in force on the day for this kind of taxpayer.
error-unknown-cash-flow-item = There is no cash-flow item { $item }. Choose one of the standard's items.
error-unknown-person = Nobody here is called “{ $name }”. Check how the name is written.
error-name-missing = { $field ->
    [reason] The reason is missing. A period is reopened only with one.
    [description] What is sold is missing. Choose an item or write what it is.
    [company] The company's name is missing.
    [person] The person's name is missing.
   *[other] The name is missing. Fill it in to save.
  }
error-name-taken = Somebody here has this name already. Choose one that tells them apart.
error-password-too-short = The password is too short; it needs at least { $length } characters. A few unrelated words are easy to remember.
error-code-taken = The code { $code } is taken. Choose another, or use the one that is there.
error-code-malformed = An account code is 2 to 20 letters or digits, without spaces.
error-code-not-under-parent = The code of an account below { $parent } begins with { $parent } and goes on.

## Sales and receipts

error-no-sale-lines = The sale has no lines yet. Fill in at least one.
error-quantity-not-positive = Line { $line }: the quantity must be above zero. For goods taken back, reverse the sale.
error-price-negative = Line { $line }: the price is negative. Use zero or more.
error-nothing-to-pay = The sale comes to zero, so there is nothing to post. Check the prices.
error-paid-too-much = { $paid } was paid, and only { $gross } is to be paid. Record the rest as a receipt; it becomes an advance.
error-payment-not-positive = A payment must be above zero.
error-customer-missing = { $owed } is left to be paid. Choose the customer who owes it, or have it paid at once.
error-payment-account-not-cash = Money cannot be paid into account { $account }. Choose cash, a bank or a wallet.
error-nothing-received = The amount received must be above zero.
error-share-not-positive = The amount for { $number } must be above zero.
error-invoice-not-open = { $number } has nothing open, or belongs to another customer. Choose one of the open sales.
error-share-too-large = The amount for { $number } is more than its open { $open }. Make it smaller; what is left becomes an advance.
error-shares-more-than-received = The shares come to { $shares }, more than was received. Make one of them smaller.
error-unknown-sale = This sale ({ $sale }) was not found. Look at the list again.
error-unknown-receipt = This receipt ({ $receipt }) was not found. Look at the list again.
error-settled-by-receipts = { $number } has been settled by receipts. Reverse those first, then the sale.
error-role-missing = Posting rule { $rule } needs the account “{ $role }”, which the chart does not have. Add it, or record the entry by hand.

## Statements

error-unknown-statement = { $standard } has no statement { $name }. There are trial-balance, income-statement, balance-sheet, cash-flow and cash-flow-indirect.
error-unknown-row = The statement has no row { $row }. Use a row's number on the form, or its key.
error-character-missing = The font has no “{ $character }” ({ $code }), found in “{ $text }”. Write it another way, or save as CSV or Excel.

## Import and export

error-import-faults = Faults in the file: { $count }. Nothing was imported; correct them and import again.
error-import-kind-unknown = “{ $kind }” cannot be imported or exported. There are: { $known }.
error-opening-exists = The book has opening balances already. Adjust them with a correcting entry, or import into a new book.
error-unknown-word = “{ $text }” cannot stand in this column. It takes: { $known }.
error-cell-malformed = { $what ->
    [missing-column] This column is missing. Name it in the first row.
    [unknown-column] This column is not known. Rename it or remove it.
    [duplicate-column] This column is there twice. Keep one of them.
    [wrong-field-count] The row has { $found } cells in place of { $expected }. Check commas and quotation marks.
    [cell-too-long] The cell is too long; it may have { $limit } bytes.
    [broken-quote] Something follows a closing quotation mark. Write a quotation mark inside a cell twice.
    [ends-inside-quote] The file ends inside a quotation and may be incomplete. Export it again.
    [empty] This cell cannot be empty.
    [both-debit-and-credit] There is a debit and a credit. Split the row in two.
    [neither-debit-nor-credit] There is neither a debit nor a credit. Fill one in or remove the row.
    [differs-from-first-line] It differs from the first row of the same entry (row { $first }). Make them agree, or give the entry another number.
    [entry-too-large] The entry is too large; reading stopped after { $lines } rows. Split it into several.
    [no-header] There are no column names. Write them in the first row.
    [utf-16] The file is UTF-16. Save it as UTF-8 or GB18030.
    [nul-byte] The file has a zero byte and is not text. Save it as CSV text.
    [not-text] The file is neither UTF-8 nor GB18030 text. Save it as one of them.
    [changed-while-reading] The file was changed while it was read. Close the other program and try again.
    [unreadable] The file could not be read to its end. Check the disk it is on and try again.
    [old-workbook] This is a workbook of the time before 2007 (.xls), or one locked with a password. Take the password off, save it as .xlsx in Excel or WPS and import that.
    [not-a-workbook] This is no .xlsx workbook, or it is damaged. Open it in Excel or WPS, save it again and import that.
    [table-too-large] The workbook is too large, or packed in an unusual way. Divide it by years or months, and delete sheets and blank rows nobody needs.
    [no-such-sheet] The workbook has no sheet “{ $sheet }”. Check its name.
    [not-recognised] No header was recognised. Choose the sheet and say above each column what it is; on the command line give a mapping with --mapping.
   *[other] It cannot be read ({ $what }).
  }

## A new book

error-standard-unknown = There is no accounting standard { $standard }. This program has { $known }.
error-currency-unknown = “{ $currency }” is not the code of a currency. Write three capital letters, such as CNY.

## Files and the system: it can be tried again

error-not-found = { $path } was not found. Check the folder and the name.
error-already-exists = There is a file at { $path } already, and it is never written over. Choose another name.
error-not-a-book = This file is not a book. The name of a book ends in .kontor.
error-newer-book = This book was written by a newer version of the program (format { $format }). Open it with that version.
error-damaged = { $what ->
    [header] The head of the book's file is damaged.
    [length] The book's file is incomplete; its end is missing.
    [pages] Part of the book cannot be read.
    [journal] The log beside the book (-wal) is damaged or belongs to another book.
   *[other] Part of the book cannot be read ({ $what }).
  } Keep the file as it is and restore the latest backup into a new one.
error-wrong-password = The name or the password is not right. Check capitals and the keyboard, and try again.
error-wrong-recovery = This is not the book's recovery sheet, or a letter is wrong. Compare it group by group with the paper.
error-in-use = The book is open: by { $person }, on { $machine }, since { $since }. Lock or close it there first.
error-read-only = { $path } cannot be written. Check the permissions of file and folder, and whether the disk is read-only.
error-unfit-place = A book cannot be opened where { $path } lies, as on some network drives. Copy it to a disk of this computer first.
error-disk-full = The disk is full and nothing was saved. Make room and do it again.
error-busy = The book is busy and nothing was done. Try again in a moment.
error-locked = The book is locked. Open it with the password first.
error-not-a-backup = This file is not a backup. The name of a backup ends in .kontor-backup.
error-backup-damaged = The backup is damaged and cannot be restored. Use another one.
error-backup-differs = The backup does not agree in: { $what ->
    [pages] { verify-pages }
    [structure] { verify-structure }
    [schema] { verify-schema }
    [operations] { verify-operations }
    [access] { verify-access }
    [rows] { verify-rows }
    [images] { verify-images }
    [entries] { verify-entries }
    [account-balances] { verify-account-balances }
    [party-balances] { verify-party-balances }
    [side-balances] { verify-side-balances }
    [cash-balances] { verify-cash-balances }
    [currency-balances] { verify-currency-balances }
    [open-items] { verify-open-items }
   *[other] its manifest
  }. It does not count; back up to another place, or restore another backup.
error-not-a-person = You are not among the people of this book, or no longer. An owner can add you.
error-file-unreadable = { $path } cannot be read. Check the place, the permissions, and that it is UTF-8 text.
error-input-output = The system failed at { $path }: { $what }. Check the place and the disk, and try again.
error-not-saved = Nothing was saved, because writing to the disk failed. Check the disk and do it again.

## Faults of the program

error-bug = This is a fault of the program, and nothing was written: { $what }. Please tell us these words.
