# Questions and what is done with files, as the permissions and the help name them; actions stand in settings.ftl.

action-company = 查看公司资料
action-list-accounts = 查看会计科目
action-list-cash-accounts = 查看收款账户
action-list-cash-flow-items = 查看现金流量项目
action-list-parties = 查看往来单位
action-list-items = 查看商品与服务
action-list-rates = 查看税率
action-list-entries = 查看凭证列表
action-get-entry = 查看凭证
action-list-sales = 查看销售单列表
action-get-sale = 查看销售单
action-list-receipts = 查看收款
action-list-open-invoices = 查看未清的销售单
action-get-statement = 查看报表
action-behind-figure = 追到数字背后的凭证
action-get-account-ledger = 查看明细账
action-get-today = 查看今日
action-forecast-cash = 查看资金预测
action-get-sales-by-month = 查看各月销售
action-get-receivable-ages = 查看应收账龄
action-get-profit-bridge = 查看利润变动
action-list-receivables = 查看全部未清的销售单
action-list-operations = 查看操作记录
action-search = 查找
action-list-initials = 查拼音首字母
action-list-persons = 查看操作员

action-import = 导入
action-export = 导出
action-print = 打印报表
action-back-up = 备份
action-verify = 校验账套

action-recover-person = 用恢复单换新密码
