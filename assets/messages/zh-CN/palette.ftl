# The palette that finds everything, and the ledger of one account.

palette = 查找
palette-open = 查找单据、客户、金额、操作
palette-key = 全局查找
palette-about = 名称、单号、金额、拼音首字母
palette-recent = 最近用过
palette-parties = 往来单位
palette-items = 商品与服务
palette-accounts = 科目
palette-papers = 单据
palette-entries = 凭证
palette-amounts = 金额 { $amount }
palette-do = 操作
palette-pages = 页面
palette-choose = 选择
palette-actions-only = 只找操作
palette-nothing = 没有找到“{ $query }”
palette-nothing-about = 可以用名称、编码、拼音首字母、单号（记-12）或金额查找。
palette-found = 找到 { $count } 项
palette-new-customer = 新客户“{ $name }”
palette-new-item = 新商品“{ $name }”
palette-sale-for = 给{ $name }开销售单
palette-receipt-from = 记{ $name }的收款
palette-sale = 销售单 { $number }
palette-receipt = 收款 { $number }
palette-entry = 凭证 { $number }
palette-ledger-of = { $code } { $name }
palette-reversed = 已冲销

nav-ledger = 明细账
ledger-choose = 选择科目
ledger-none = 选一个科目看它的明细账
ledger-none-about = 按编码、名称或拼音首字母查找。
ledger-empty = 这段时间没有分录
ledger-opening = 期初余额
ledger-closing = 期末余额
ledger-year = { $year }年
