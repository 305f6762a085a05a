# Making a book: the recovery sheet as a paper, and what the rules say about the company.
recovery-paper-title = Recovery sheet
recovery-paper-company = Company
recovery-paper-person = Made by
recovery-paper-day = Made on
recovery-paper-file = Recovery sheet { $company }
recovery-paper-use = What it is for: when a password is forgotten, or nobody who knows one is left, these 14 groups open the book and give one person a new password. Besides a password there is no other way in.
recovery-paper-how = How it is used: when opening the book choose “Lost the password: recovery sheet” and type the groups from number 1 on. Case, spaces and dashes do not matter; there is no I, L, O or U.
recovery-paper-keep = Where to keep it: print it twice. One copy goes into a safe or a locked drawer, one to another place, at home or with your lawyer. Then delete the PDF from the computer.
recovery-paper-warning = Beware: whoever has the book's file and this sheet reads everything in it. Take no photograph of it, send it through no chat, and keep it apart from the backups.

error-opening-missing = When the book was made, opening balances were announced, and there are none yet. Enter them, or say in the company's settings that there are none, then close.
error-has-amounts = The book holds amounts already, so its currency and first month stay. To change them, make a new book and import the opening balances into it.
error-sheet-gone = The recovery sheet has been typed back and is not kept. Use the copy you printed or wrote down then.

company-address = Address
company-opening = Opening balances
company-opening-none = None, begins at nothing
company-opening-expected = Yes
company-opening-about = Where there were books before, their balances are needed before the first close.
company-fixed = The book holds amounts, so its currency and first month stay.
error-opening-settled = { $period } is closed, so the opening balances stay. Adjust them with a correcting entry.
action-set-opening = enter opening balances
action-get-opening = Looking at the opening balances
item-create = New item “{ $name }”, made with the sale
item-new-badge = new item
