# What the posting rules hold an account to.

error-account-in-rule = Account { $account } is used by the posting rule { $rule } and stays in use; entries the program makes are posted on it.
action-remove-account = remove an account never used
account-remove = Remove
account-remove-ask = Remove account { $code } { $name }?
account-remove-about = Only an account that was never used can be removed; take one that was out of use instead.
account-removed = Account { $code } removed
account-first-below = { $parent } has a balance. It stays there when the first account is added below; post on the one below from then on.
error-account-used = Account { $account } has lines or accounts below it, or a draft, a template or an asset card names it. Take it out of use instead.
error-code-not-by-rule = A code under { $parent } is that code followed by { $digits } digits.
