# Writing vouchers: drafts, templates, the story of an account, refusals.

action-post-entries = 批量记账
action-change-entry = 修改草稿
action-save-template = 保存凭证模板
action-remove-template = 删除凭证模板
action-get-account-story = 查看科目余额与最近几笔
action-get-entry-habits = 查看自己的常用摘要
action-list-templates = 查看凭证模板

error-of-draft = 草-{ $draft }：{ $reason }所选凭证都没有改动。
error-entry-posted = 凭证 { $number } 已经记账，不能修改或作废。请冲销它，再录一张正确的。
error-unknown-template = 没有找到这个模板（{ $template }），可能已被删除；请重新查看模板列表。

entry-next = 保存并新增
entry-save = 保存
entry-change = 修改草稿
entry-copy = 复制凭证
entry-copied = 已复制 { $number }，改好再保存
entry-count = 今天第 { $count } 张
line-of = 第 { $at } 行，共 { $count } 行
line-party = { $kind }：{ $name }
line-cash-flow = 流量：{ $item }
line-lacks-party = 请填{ $kind }
line-dropped = 已删除这一行
party-create = + 新建“{ $name }”
cash-flow-short = 流量
cash-flow-proposed = 按对方科目自动带出
account-create = 新建科目
account-create-under = 在 { $code } 下新建科目
account-parent = 上级科目
account-story = 科目情况
story-uses = 最近五笔
story-unused = 这个科目还没有用过
story-party-after = { $name }，记账后

template = 模板
templates = 凭证模板
templates-empty = 还没有模板。录好一张凭证，按 F7 存为模板。
template-find = 按名称查找
template-keys = ↑ ↓ 选择，Enter 套用，Ctrl Del 删除
template-keep = 把这张存为模板
template-name = 模板名称
template-with-amounts = 连同金额
template-save = 存为模板
template-replace = 替换同名模板
template-use = 套用
template-used = 已套用“{ $name }”
template-kept = 模板“{ $name }”已保存
template-removed = 模板“{ $name }”已删除

shown-all = 全部
shown-drafts = 未记账
shown-posted = 已记账
drafts-empty = 没有未记账的凭证
drafts-none = { $period }没有未记账的凭证
drafts-marked = 已选 { $count } 张，合计 { $total }
drafts-post = 记账（{ $count }）
drafts-post-all = 本期全部记账
entries-post-title = 将 { $count } 张凭证记账
entries-post-about = 按日期先后编号，同一天按录入先后。记账后不能修改，只能冲销。
entries-posted = { $count } 张已记账：{ $first } 至 { $last }
key-mark = 选择
entry-undo = 撤销
