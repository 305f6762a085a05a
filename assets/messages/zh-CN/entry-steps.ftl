# The steps of an entry before it is posted, who takes them, and the words of its number.

word-receipt = 收
word-payment = 付
word-transfer = 转

voucher-paper-own-review = 本单位一人负责，制单人自审

action-submit-entries = 提交凭证
action-sign-entries = 出纳签字
action-review-entries = 审核凭证
action-withdraw-entries = 撤回凭证
action-return-entries = 退回凭证
action-set-entry-policy = 设定凭证流程和凭证字
action-list-awaiting = 查看待签字、待审核的凭证

error-entry-submitted = 这张凭证已经提交，不能修改或作废。请先撤回，或请审核人退回。
error-entry-not-submitted = 这张凭证还没有提交。请制单人先提交。
error-step-done = 这一步已经做过，不用再做。
error-no-cash-to-sign = 这张凭证不涉及现金和银行存款，不用出纳签字，可以直接审核。
error-signature-missing = 这张凭证涉及现金或银行存款，要先由出纳签字。提交后会出现在出纳的待办里。
error-review-missing = 这张凭证还没有审核。请提交，由制单人以外的人审核后再记账。
error-own-entry = 自己制单的凭证不能自己审核，请由另一个人审核。
error-cashier-reviews = 出纳签字和审核不能是同一个人，请由另一个人来做。
error-not-preparer = 只有制单人或老板可以提交、撤回这张凭证。
error-not-reviewer = 这张凭证已经签字或审核，不能撤回。请审核人或老板退回。
error-nothing-chosen = 没有选凭证。请至少选一张。
error-draft-of-reversal = 这是冲销已记账凭证的草稿，内容随原凭证而定，不能修改。请作废它，重新冲销。
error-policy-period-used = { $period } 已有记账的凭证，同一个会计期间只用一套凭证字。请从以后的期间起用。
error-several-reviewers = 账套里有不止一个人可以审核，不能自己审核自己的凭证。请选“由他人审核”。
error-import-needs-review = { $period } 的凭证要经过两个人才能记账，而导入是直接记账的。请导入到以前的期间，或在“设置 → 凭证”里把起用期间往后改。

awaiting-count = { $count } 张
awaiting-marked = 已选 { $count } 张
awaiting-mend = 修改
awaiting-none = 没有等您处理的凭证
awaiting-none-about = 要由您出纳签字、审核，或被退回要修改的凭证会列在这里。有哪些步骤，在“设置 → 凭证”里定。
awaiting-review = 审核
awaiting-sign = 签字
awaiting-step = 待办

entry-returned = { $by } 退回：{ $reason }
entry-reversal-waits = 冲销凭证已提交，等待审核
entry-submitted = 草稿 { $number } 已提交

nav-awaiting = 我的待办
nav-entry-policy = 凭证

own-review = 自审

policy-cashier = 出纳
policy-cashier-no = 不签字
policy-cashier-yes = 收付款凭证须签字
policy-decided = 从{ $period }起用
policy-from = 起用期间
policy-history = 历次设定
policy-law = 已记账的凭证不再改动（财会〔2024〕12号第二十一条第（三）项）。设定对起用期间及以后的凭证有效。
policy-review = 审核
policy-review-free = 不要求
policy-review-free-about = 可直接记账
policy-review-other = 由他人审核
policy-review-other-about = 制单人不得审核
policy-review-own = 制单人自审
policy-review-own-about = 一人单位，凭证上注明
policy-title = 凭证流程
policy-words = 凭证字
policy-words-general = 记，一种
policy-words-split = 收、付、转三种

stage-returned = 被退回
stage-reviewed = 已审核
stage-signed = 已签字
stage-submitted = 已提交

step-many = { $step } { $count } 张
step-return = 退回
step-return-about = 退回后又成为草稿，制单人会看到原因；已有的签字和审核一并取消。
step-return-done = 已退回 { $count } 张
step-return-title = 退回 { $count } 张凭证
step-review = 审核
step-review-done = 已审核 { $count } 张
step-sign = 签字
step-sign-done = 已签字 { $count } 张
step-submit = 提交
step-submit-done = 已提交 { $count } 张
step-withdraw = 撤回
step-withdraw-done = 已撤回 { $count } 张

waiting-awaiting = 等我处理的凭证
