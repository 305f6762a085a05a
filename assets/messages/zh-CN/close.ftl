# Closing a period: its checks, what they found, and the close itself.
nav-close = 月末结账
close-title = { $period }结账
close-tally-open = { $checks } 项已过 { $holding } 项，还有 { $open } 项
close-tally-all = { $checks } 项全部通过
close-again = 重新检查
close-do = 结账
close-not-yet = 先不结
close-may = 可以结账
close-may-not = 红色标记的检查全部通过后才能结账
close-is-closed = 本期已结账，不能再记账
close-key-open = 打开首个问题
close-key-next = 下一项待处理
close-check = 检查
close-count = 待处理
close-cause = 原因或依据
close-no-amount = —
close-and = ，
close-state-holds = 通过
close-state-warns = 待处理，不妨碍结账
close-state-stops = 未通过，不能结账

## 分组与检查

close-group-entries = 单据与凭证
close-group-ledgers = 总账与明细
close-group-accounts = 期初与结转
close-check-previous-closed = 上期已结账
close-check-entries-posted = 凭证全部记账
close-check-numbers-continuous = 凭证号连续
close-check-cash-items-assigned = 现金流量项目已指定
close-check-activities-known = 业务活动已明确
close-check-trial-balance = 试算平衡
close-check-parties-agree = 往来明细与总账
close-check-receivables-agree = 应收账款
close-check-advances-agree = 预收账款
close-check-opening-present = 期初余额
close-check-clearing-empty = 待处理与过渡科目
close-check-profit-transferred = 损益已结转

## 检查结果

close-cause-previous-open = { $period }尚未结账，应先结
close-cause-previous-closed = { $period }已结账
close-cause-previous-none = 本账套的第一个期间
close-cause-entries-posted = 没有未记账凭证
close-step-submitted = { $count } 张待审核
close-step-returned = { $count } 张被退回
close-step-reviewed = { $count } 张已审核待记账
close-step-drafts = { $count } 张草稿
close-cause-numbers-none = 本期没有凭证
close-cause-numbers-continuous = { $numbers }，无缺号
close-cause-numbers-missing = { $numbers } 中有缺号，请校验账套
close-cause-cash-items-assigned = 现金分录均已指定
close-cause-cash-items-missing = 第一笔在 { $entry }
close-cause-activities-known = 直接法与间接法一致
close-cause-activities-open = 第一笔在 { $entry }，两种编法因此有差额
close-cause-trial-balance-even = 本期发生额，借贷相等
close-cause-trial-balance-uneven = 借贷不等，请校验账套
close-cause-parties-agree = 按往来核算的科目 { $accounts } 个
close-cause-parties-differ = { $account } 与往来明细不符
close-cause-receivables-agree = { $invoices ->
    [0] 没有未结发票
   *[other] = { $invoices } 张未结发票
  }
close-cause-receivables-differ = 未结发票 { $open }，其余 { $difference } 没有对应发票
close-cause-advances-right = 均为贷方余额
close-cause-advances-wrong = { $account } 有客户出现借方余额
close-cause-opening-present = 已录入
close-cause-opening-missing = 应有期初余额，尚未录入
close-cause-opening-none = 新设账套，无期初余额
close-cause-clearing-empty = { $accounts } 应为零
close-cause-clearing-open = { $account } 年末应为零
close-cause-profit-transferred = 损益类科目余额为零
close-cause-profit-standing = 本年损益仍在损益类科目，年末须结转

## 旁边的报表

close-compared = 报表
close-against-previous = 现在与上期
close-against-unposted = 含未记账
close-against-year = 本年累计
close-now = 现在
close-with-unposted = 含未记账
close-no-other = 无上期数
close-change = 增减
close-cash-change = 现金净增加额
close-articulation = 报表勾稽
close-articulation-all = ✓ { $holding } / { $checks }
close-articulation-some = { $holding } / { $checks }

## 结账

close-ask = { $period }结账？
close-ask-about = { $entries } 张凭证从此不可更改。
close-ask-profit = { $entries } 张凭证从此不可更改，净利润 { $profit }。
close-ask-reopen = 以后重新打开，须由老板写明原因。
close-ask-open = 还有 { $count } 项待处理，不妨碍结账。

## 拒绝

error-close-held = { $check ->
    [clearing-empty] 年末结账前，待处理与过渡科目应为零，还有 { $count } 个科目有余额。请先处理，再结账。
    [profit-transferred] 年末结账前须结转损益，损益类科目还有余额。请先结转，再结账。
   *[other] 有一项检查未通过（{ $check }），不能结账。请在月末结账页查看原因，并校验账套。
  }
remedy-close = 查看月末结账
error-area-locked = { $area ->
    [sales] { $period } 期已停止录入销售。
    [receipts] { $period } 期已停止录入收款。
   *[other] { $period } 期已停止录入凭证。
  }请改用以后期间的日期，或请会计在“设置、会计期间”里解除锁定。
error-period-not-closed = { $period } 期尚未结账。已报送的报表不能再变，请先结账。
error-second-person-needed = { $period } 期的报表已经报送。重新打开须有两人：先由另一位会计人员写明原因提出申请。

## The report of numbers

nav-gaps = 缺号与作废
ledger-title-gaps = 凭证号检查表
gaps-number = 凭证号
gaps-what = 情况
gaps-person = 操作员
gaps-continuous = { $count } 张，无缺号
gaps-missing = 缺 { $numbers }。记账不会产生缺号，出现缺号说明文件被改动过，请校验账套
gaps-reversed = 已由 { $number } 冲销
gaps-temporary = 草稿 { $number }
gaps-discarded = 记账前作废
check-numbers-continuous = 凭证号连续

## Locks, filing and opening again

close-set = 整套报表
close-set-done = 已存 { $files } 个文件：{ $folder } 的 { $label }
period-soft-closed = 暂结
period-is-soft = 暂结
period-locked = 已锁定：{ $areas }
period-locks = 锁定
period-locks-title = { $period }还能录入什么
period-locks-do = 应用
period-locks-done = { $period }的锁定已更改
period-locks-about = 此外，各项业务可以分别锁定：
period-soft = 暂结
period-soft-about = 不再录入本期的销售和收款；老板和会计仍可记账。
area-sales = 销售
area-receipts = 收款与银行
area-entries = 凭证
reopen-way = 怎样更正
reopen-way-correct = 在本期更正
reopen-way-correct-about = 已结账期间保持不变
reopen-way-reopen = 重新打开该期间
reopen-way-reopen-about = 先存下现在的报表
reopen-way-ask = 请另一人打开
reopen-way-ask-about = 由另一人重新打开
reopen-do-correct = 录凭证
reopen-do-reopen = 重新打开
reopen-do-ask = 提出申请
reopen-filed-about = 本期报表已经报送。重新打开须有两人，报送时的报表仍原样保留。
reopen-asked-done = 已申请重新打开{ $period }，须由另一人操作
kept-title = { $period }存档
kept-mark = 标为已报送
kept-filed-done = { $period }的报表已按报送时的样子存档
kept-filed = 已报送
kept-asked = 申请重新打开
kept-reopened = 重新打开
kept-closed-again = 再次结账
kept-same = 各项数字都没有变化。
kept-row = 项目
kept-column = 栏
kept-before = 变更前
kept-after = 变更后
kept-column-closing = 期末
kept-column-opening = 年初
kept-column-period = 本期
kept-column-year-to-date = 本年累计
kept-column-prior-year = 上年
kept-column-debit = 借方
kept-column-credit = 贷方
action-soft-close-period = 期间暂结
action-lock-period = 锁定期间
action-mark-filed = 报表标为已报送
action-ask-reopening = 申请重新打开期间
set-index = 目录
kept-hash = SHA-256 { $code }…
kept-pdf = PDF
kept-csv = CSV
