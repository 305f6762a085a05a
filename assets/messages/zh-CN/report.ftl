# Words on papers: statements, the trial balance and what stands around them.

report-company = 编制单位
report-unit = 单位
report-row = 行次
report-item = 项目
report-total = 合计
report-page = 第 { $page } 页，共 { $pages } 页
report-operation = 操作 { $operation }
report-code = 校验码 { $code }
report-posted-only = 只含已记账凭证
report-includes-unposted = 含未记账凭证 { $count } 张
report-includes-unposted-but = 含未记账凭证 { $count } 张，另有 { $left } 张还不能记账，未计入
report-prepared-by = 制表人
report-reviewed-by = 复核
report-approved-by = 单位负责人
report-holds = { $equality }：相符
report-differs = { $equality }：不符，{ $left } 与 { $right }

report-as-of = { $year }年{ $month }月{ $day }日
report-month = { $year }年{ $month }月
report-range = { $from }至{ $to }

month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12

currency-CNY = 元
currency-USD = 美元
currency-EUR = 欧元
currency-GBP = 英镑
currency-HKD = 港元
currency-JPY = 日元

trial-balance-title = 科目余额表
trial-balance-account = 科目编码
trial-balance-name = 科目名称
trial-balance-opening = 期初余额
trial-balance-turnover = 本期发生额
trial-balance-closing = 期末余额
trial-balance-debit = 借方
trial-balance-credit = 贷方

check-assets-equal-liabilities-and-equity = 资产 = 负债 + 所有者权益
check-customers-split-is-complete = 应收账款与预收账款重分类无遗漏
check-suppliers-split-is-complete = 应付账款与预付账款重分类无遗漏
check-other-parties-split-is-complete = 其他应收款与其他应付款重分类无遗漏
check-operating-profit-agrees-with-accounts = 营业利润与科目发生额一致
check-profit-before-tax-agrees-with-accounts = 利润总额与科目发生额一致
check-profit-agrees-with-accounts = 净利润与损益类科目发生额一致
check-closing-cash-equals-cash-accounts = 期末现金余额 = 现金科目余额
check-opening-balances = 期初借方 = 期初贷方
check-turnovers = 本期借方 = 本期贷方
check-closing-balances = 期末借方 = 期末贷方
check-opening-and-turnover-give-closing = 期初 + 借方 - 贷方 = 期末
report-column-span = 本期金额
