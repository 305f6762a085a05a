# What the posting rules hold an account to.

error-account-in-rule = Account { $account } is used by the posting rule { $rule } and stays in use; entries the program makes are posted on it.
