# Words in the books of account: ledgers, journals, entry list, parties and aging.

nav-general-ledger = 总账
nav-journal = 日记账
nav-entry-list = 凭证序时簿
nav-party-balances = 辅助余额表
nav-party-ledger = 辅助明细账
nav-aging = 账龄分析
nav-ledger = 明细账
ledger-choose = 选择科目
ledger-none = 选一个科目看它的明细账
ledger-none-about = 按编码、名称或拼音首字母查找。
ledger-empty = 这段时间没有分录
ledger-year = { $year }年
ledger-all-accounts = 全部科目
ledger-by = 账龄从
ledger-by-due = 到期日
ledger-by-paper = 单据日
ledger-differs = 不符

ledger-title-account-ledger = 明细账
ledger-title-general-ledger = 总账
ledger-title-journal = 日记账
ledger-title-entry-list = 凭证序时簿
ledger-title-party-balances = 辅助余额表
ledger-title-party-ledger = 辅助明细账
ledger-title-aging = 应收账款账龄分析表

ledger-date = 日期
ledger-number = 凭证号
ledger-memo = 摘要
ledger-counter = 对方科目
ledger-party = 往来单位
ledger-party-code = 编码
ledger-debit = 借方
ledger-credit = 贷方
ledger-side = 方向
ledger-balance = 余额
ledger-quantity = 数量
ledger-amount = 金额

ledger-side-debit = 借
ledger-side-credit = 贷
ledger-side-none = 平

ledger-opening-row = 期初余额
ledger-day-total = 本日合计
ledger-month-total = 本月合计
ledger-year-total = 本年累计
ledger-carried-forward = 过次页
ledger-brought-forward = 承前页

ledger-age-not-due = 未到期
ledger-age-today = 当日
ledger-age-to-30 = 1–30 天
ledger-age-to-60 = 31–60 天
ledger-age-to-90 = 61–90 天
ledger-age-to-180 = 91–180 天
ledger-age-to-year = 181 天–1 年
ledger-age-to-2-years = 1–2 年
ledger-age-to-3-years = 2–3 年
ledger-age-older = 3 年以上
ledger-without-invoice = 未对应单据
ledger-owed = 应收余额
ledger-advance = 预收款

check-parties-equal-account = 各往来单位余额之和 = 科目余额
check-aging-equals-account = 账龄合计 = 应收账款科目余额
