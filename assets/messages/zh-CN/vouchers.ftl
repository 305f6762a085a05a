# 录凭证：草稿、模板、科目的来龙去脉，以及拒绝的原因。

action-post-entries = 批量记账
action-change-entry = 修改草稿
action-save-template = 保存凭证模板
action-remove-template = 删除凭证模板
action-get-account-story = 查看科目余额与最近几笔
action-get-entry-habits = 查看自己的常用摘要
action-list-templates = 查看凭证模板

error-of-draft = 草-{ $draft }：{ $reason }一张也没有记账。
error-entry-posted = 凭证 { $number } 已经记账，不能修改或作废。请冲销它，再录一张正确的。
error-unknown-template = 没有找到这个模板（{ $template }），可能已被删除；请重新查看模板列表。
