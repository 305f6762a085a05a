# What the posting rules hold an account to.

error-account-in-rule = 科目 { $account } 由记账规则 { $rule } 使用，不能停用。否则程序生成的凭证无处可记。
