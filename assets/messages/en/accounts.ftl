# Changing accounts of the chart: names, use, and what is refused.

action-change-account = change an account
account-change = Change account
account-in-use = In use
account-out-of-use = Out of use
account-use = Use
account-beside = New beside
account-changed = Account { $code } is changed
error-account-has-balance = Account { $account } still has a balance of { $balance }. Clear it by an entry, then take the account out of use.
error-account-has-children = Accounts below { $account } are in use, { $below } first. Take those out of use before it.
