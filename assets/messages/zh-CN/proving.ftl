# Columns beside a statement, statements as known at an operation, and the check of a print.

statement-column-prior-period = 上年同期
statement-column-prior-year-to-date = 上年同期累计
statement-column-prior-year-day = 上年同日
statement-column-stretch-before = 上期金额
statement-column-share = 占比
statement-column-growth = 增长
statement-column-then = 当时
statement-column-now = 现在
statement-column-difference = 差额
statement-column-quarter = { $year }年第{ $quarter }季度

report-known-at = { $period }（截至操作 { $operation }）

error-unknown-operation = 没有操作 { $operation }。这个账套的操作到 { $last } 为止。
error-no-such-columns = { $statement } 没有 { $columns } 这种栏目；then-now 需要同时给出操作号。
error-print-code-malformed = “{ $code }”不是报表的核对码。核对码印在报表末行，形如 BS-20260301-20260331-F0-1234-7K3MQ9TZAB。
error-no-print-code = 这个文件里没有核对码。可以核对的是本程序印出的报表：PDF、Excel 或 CSV。

report-print-code = 核对码

print-check-about = { $title }，{ $period }，印于操作 { $operation }
print-check-genuine = 核对码属实：这些数字就是账上当时的数字。
print-check-not-genuine = 核对码不符：账上从未有过这样一份报表，或者不是这个账套印的。
print-check-file-same = 文件里的每个数字都与当时印出的一致。
print-check-file-differs = 文件被改过：下列各处与当时印出的不同（文件 <> 账上）。
print-check-still = 到现在，数字没有变。
print-check-changed = 此后有数字变了（当时 -> 现在）：
print-check-since = 此后记账或改过项目的凭证 { $count } 张：

action-check-print = 核对打印件

statement-columns = 换一组栏目
statement-columns-form = 表式栏目
statement-columns-comparative = 与上年同期比较
statement-columns-months = 各月并列
statement-columns-quarters = 各季并列
statement-columns-share = 结构占比
statement-columns-growth = 环比增长
statement-columns-year-growth = 同比增长
statement-columns-then-now = 当时与现在
statement-known-at = 截至某一操作的报表
statement-known-now = 回到现在
statement-known-mark = 截至操作 { $operation }
statement-known-at-about = 只计入这一操作及以前记的账，之后记账、改项目的都不算。最近的操作是 { $last }。
statement-operation = 操作号
statement-known-shown = 显示
statement-known-beside = 当时、现在、差额
statement-known-alone = 只看当时
statement-lacks = { $day } 以前没有数字，相应栏目不列
print-check = 核对打印件
print-check-do = 核对
print-check-how = 把印出的 PDF、Excel 或 CSV 文件拖到这里，或者输入报表末行的核对码。
print-check-choose = 选择文件
print-check-in-file = 文件里
print-check-in-book = 账上
print-check-tagged = 改过现金流量项目

nav-changes-in-equity = 所有者权益变动表
check-equity-changes-lead-to-its-balance = 年初余额 + 本年变动 = 年末余额
check-equity-agrees-with-income-statement = 未分配利润的本年利润 = 利润表净利润
check-equity-agrees-with-balance-sheet = 年末合计 = 资产负债表所有者权益合计

report-seen-under = { $period }（按{ $standard }列示）
error-no-mapping = 账套的准则是 { $standard }，{ $statement } 不能按 { $under } 列示。小企业会计准则的资产负债表和利润表可以按 cn-enterprise、ifrs、us-gaap 列示。
check-equity-is-the-same = 所有者权益与本账准则下相同
check-profit-is-the-same = 净利润与本账准则下相同
statement-under = 按{ $standard }列示
statement-under-mark = 按{ $standard }列示，未重新计量

mapping-differences = 处理不同之处（金额为账上数）：
mapping-no-account = 没有对应科目，并入相近科目
mapping-no-allowance = 应计提坏账准备，小企业会计准则不提
mapping-no-write-down = 应按成本与可变现净值孰低计量
mapping-no-impairment = 应做减值测试
mapping-no-deferred-tax = 应确认递延所得税
mapping-fair-value = 应按公允价值计量
mapping-amortised-cost = 应按摊余成本和实际利率计量
mapping-equity-method = 有重大影响的应用权益法
mapping-contract-liability = 合同负债不含增值税
mapping-disposal-result = 处置损益列入营业利润
mapping-government-grants = 与日常活动有关的补助列入其他收益
mapping-exchange-gain = 汇兑差额按产生它的项目列示，不在营业外
mapping-settlement-discount = 现金折扣是可变对价，冲减收入
mapping-bad-debts = 坏账按预期信用损失计入减值损失
mapping-leases = 租赁应确认使用权资产和租赁负债
mapping-deferred-expenses = 不符合资产定义的支出应计入费用
mapping-development-cost = 研究支出计入费用，开发支出符合条件才资本化
mapping-surplus-reserve = 法定盈余公积没有单列，并入留存收益
mapping-taxes-and-surcharges = 没有税金及附加，计入费用
mapping-vat = 没有增值税，并入应交销售税
