# Words of the frame's commands, its menu, the sheet of keys, long work, remedies and the report of a fault.

command-new-sale = New sale
command-receive = Receive money
command-new-entry = New entry
command-new-window = New window
command-print = Print or save
command-back-up = Back up now
command-lock = Lock the book
command-close-window = Close window
command-back = Back
command-language = 中文 / English
command-theme = Dark
command-text-larger = Larger text
command-text-smaller = Smaller text
command-text-usual = Usual text size
command-keys = All keys

menu-file = File
menu-edit = Edit
menu-go = Go
menu-view = View
menu-help = Help
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all

keys-title = All keys that work now
keys-screen = This screen
keys-everywhere = Everywhere
keys-none = This screen has no keys of its own.

nav-waits = { $count ->
    [one] { $count } entry not posted yet
   *[other] { $count } entries not posted yet
  }

waiting-answer = Waiting for the answer
work-backup = Backing up
work-restore = Restoring a backup
work-verify = Checking the book
work-sample = Making the sample company
work-stopping = stopping
phase-begin = beginning
phase-copy = copying the book
phase-unpack = opening the copy
phase-check = comparing every row
phase-fill = writing the entries

remedy-again = Try again
remedy-elsewhere = Choose another
remedy-unlock = Open the book
remedy-report = Show the report
remedy-periods = Look at the periods
remedy-entries = Look at the entries
remedy-accounts = Look at the accounts
remedy-opening = Look at the opening balances
remedy-customers = Look at the customers
remedy-items = Look at goods and services
remedy-sales = Look at the sales
remedy-receipts = Look at the receipts
remedy-backup = Look at the backups

undo = Undo
fault-about = Nothing was written to the books. Below is all that the report says; it is saved as a file only if you want, and sent by nobody but you.
fault-save = Save the report
fault-report-file = Kontor report
fault-report-code = Code
fault-report-version = Version
fault-report-system = System
fault-report-language = Language
fault-report-steps = Last steps

error-page-fault = The window came upon a fault of ours ({ $what }). Your books are as they were; what is on the screen may be incomplete.
error-door-unreachable = The window cannot reach the program ({ $text }). Your books are as they were; close the window and open it again.
