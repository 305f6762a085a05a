# What the posting rules hold an account to.

error-account-in-rule = 科目 { $account } 由记账规则 { $rule } 使用，不能停用。否则程序生成的凭证无处可记。
action-remove-account = 删除未用过的科目
account-remove = 删除
account-remove-ask = 删除科目 { $code } { $name }？
account-remove-about = 只有从未用过的科目才能删除；用过的科目请改为停用。
account-removed = 科目 { $code } 已删除
account-first-below = 上级科目 { $parent } 有余额，新增第一个下级后余额仍留在上级，以后请记在下级。
error-account-used = 科目 { $account } 已有分录、下级科目，或被草稿、模板、资产卡片引用，不能删除。可改为停用。
error-code-not-by-rule = { $parent } 的下级科目编码，应在上级编码后接 { $digits } 位数字。
