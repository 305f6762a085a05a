# Changing accounts of the chart: names, use, and what is refused.

action-change-account = 修改会计科目
account-change = 修改科目
account-in-use = 在用
account-out-of-use = 停用
account-use = 使用
account-beside = 新建同级
account-changed = 科目 { $code } 已修改
error-account-has-balance = 科目 { $account } 还有余额 { $balance }，不能停用。请先用凭证结平，再停用。
error-account-has-children = 科目 { $account } 下面还有在用的科目（{ $below }）。请先停用下级科目。
