# The start page: opening, creating and restoring a book.

start-title = 账在自己手里。
start-about =
    一家公司的销售、资金和账，都在这台电脑上的
    一个加密文件里，什么也不会发出去。
start-foot =
    没有密码或恢复单，谁也打不开账套，我们也不行。
    建账最后一步会给出恢复单。
start-offline = 不需要联网
door-open = 打开账套
door-open-about = 这台电脑上的账套（.kontor）。
door-unlock = 开锁
door-unlock-about = 账套已上锁，输入密码继续。
door-create = 建我的公司
door-create-about = 五小步，三分钟开出第一张销售单。
door-restore = 从备份恢复
door-restore-about =
    备份（.kontor-backup）恢复成一个新文件，
    不覆盖任何已有的账套。

create-step-company = 公司
create-step-tax = 纳税人
create-step-standard = 会计准则
create-step-month = 启用月份
create-step-password = 密码与恢复单
create-next = 下一步：{ $step }
create-finish = 选择位置并建账
create-progress = 第 { $step } 步，共 { $steps } 步
create-company = 公司名称
create-company-title = 公司叫什么名字？
create-company-about = 按营业执照填写，会印在报表上。
create-tax-title = 哪一种增值税纳税人？
create-tax-about = 据此准备税率和销售单的税。
create-tax-hint = 年应税销售额不超过 500 万元的一般是小规模纳税人。
vat-small-scale = 小规模纳税人
vat-small-scale-about = 征收率，进项不抵扣
vat-general = 一般纳税人
vat-general-about = 税率 13%、9%、6%，进项可抵扣
create-standard-title = 按哪一套准则记账？
create-standard-about = 据此准备科目、凭证规则和报表格式。
standard-cn-small = 小企业会计准则
standard-cn-small-about = 多数小公司用这一套
standard-cn-enterprise = 企业会计准则
standard-cn-enterprise-about = 上市、集团和较大的公司
standard-ifrs = 国际财务报告准则
standard-ifrs-about = 境外公司或外资母公司
standard-us-gaap = 美国公认会计原则
standard-us-gaap-about = 美国公司
create-currency = 记账本位币
create-currency-hint = 三个字母，例如 CNY
create-currency-wrong = 请填三个字母的币种代码
create-month-title = 从哪个月开始记账？
create-month-about = 一般是今年一月，或公司成立的那个月。
create-month = 启用月份
create-month-wrong = 请按 2026-01 的样子填写
create-password-title = 谁来用，用什么密码？
create-password-about = 密码打开加密的账套。忘了密码，只有恢复单能开。
create-person = 您的名字
create-person-hint = 登录时填写，也会印在凭证的制单处。
create-password = 密码
create-password-hint = 至少 8 个字，越长越好，几个不相干的词最好记。
create-again = 再输入一次
create-again-differs = 两次输入不一样
strength-short = 太短：至少 8 个字
strength-weak = 弱：拿到文件的人可能几天内猜出来
strength-fair = 一般：再长几个字更稳妥
strength-good = 好：猜不出来，但请别忘记

recovery-title = 抄下恢复单，现在就抄
recovery-about = 忘记密码时，只有它能打开账套。它只显示这一次。
recovery-warning = 不要存在这台电脑上。抄在纸上，或打印后放进抽屉。
recovery-print = 打印
recovery-written = 我抄好了
recovery-type-title = 照着纸上的，输回来
recovery-type-about = 这样才确定抄对了。空格和横线可以省略。
recovery-typed = 恢复单上的字
recovery-differs = 和恢复单不一样，请对照纸上再看一遍
recovery-show-again = 再看一次恢复单
recovery-finish = 完成，打开账套

unlock-title = 账套已上锁
unlock-about = 没录完的单据还在，打开后接着录。
open-title = 打开账套
open-about = 文件是加密的，用您的名字和密码打开。
open-person = 操作员
open-password = 密码
open-unlock = 打开
open-busy = 请稍候
open-choose = 选择文件
open-none = 先选择一个账套文件（.kontor）。

restore-title = 从备份恢复
restore-about = 恢复成一个新文件，再与备份逐项核对。
restore-backup = 备份文件
restore-place = 恢复到
restore-none = 尚未选择
restore-choose = 选择备份
restore-choose-place = 选择位置
restore-do = 恢复
restore-waits = 先选择备份和位置
restore-good = ✓ { $company } 已恢复并核对一致
restore-operations = 操作数
restore-total = 科目余额表合计
restore-open = 打开账套
open-lost = 忘记密码，用恢复单
open-with-password = 改用密码
open-sheet = 恢复单（14 组，空格和大小写不限）
open-new-password = 新密码（至少 8 个字符）
