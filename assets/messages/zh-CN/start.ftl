# The start page: opening, creating and restoring a book.

start-title = 账在自己手里。
start-about =
    一家公司的销售、资金和账，都在这台电脑上的
    一个加密文件里，什么也不会发出去。
start-foot =
    没有密码或恢复单，谁也打不开账套，我们也不行。
    第 5 步会给出恢复单，存成 PDF 打印出来。
start-offline = 不需要联网
door-open = 打开或恢复文件
door-open-about = 账套（.kontor），或用备份恢复成一个新文件。
door-unlock = 开锁
door-unlock-about = 账套已上锁，输入密码继续。
door-create = 建我的公司
door-create-about =
    五小步，三分钟开出第一张销售单。
    期初余额现在录、以后录都行。
door-restore = 从备份恢复
door-restore-about =
    备份（.kontor-backup）恢复成一个新文件，
    不覆盖任何已有的账套。

create-step-company = 公司
create-step-standard = 会计准则
create-step-month = 启用月份
create-step-password = 密码与恢复单
create-next = 下一步：{ $step }
create-finish = 选择位置并建账
create-progress = 第 { $step } 步，共 { $steps } 步
create-company = 公司名称
create-company-title = 公司叫什么名字，谁来用？
create-company-about = 公司名称按营业执照填写，会印在报表上；以后随时能改。
create-tax-hint = 年应税销售额不超过 500 万元的，一般是小规模纳税人，所以先选它。税率据此准备，以后能改。
vat-small-scale = 小规模纳税人
vat-small-scale-about = 征收率，进项不抵扣
vat-general = 一般纳税人
vat-general-about = 税率 13%、9%、6%，进项可抵扣
create-standard-title = 按哪一套准则记账？
create-standard-about = 据此准备科目、记账规则和报表格式。
standard-cn-small = 小企业会计准则
standard-cn-small-about = 多数小公司用这一套
standard-cn-enterprise = 企业会计准则
standard-cn-enterprise-about = 上市、集团和较大的公司
standard-ifrs = 国际财务报告准则
standard-ifrs-about = 境外公司或外资母公司
standard-us-gaap = 美国公认会计原则
standard-us-gaap-about = 美国公司
create-currency = 记账本位币
create-currency-hint = 三个字母，例如 CNY。录入第一笔金额之前都能改。
create-currency-wrong = 请填三个字母的币种代码
create-month-title = 从哪个月开始记账？
create-month-about = 一般是今年一月，或公司成立的那个月。录入第一笔金额之前都能改。
create-month = 启用月份
create-month-wrong = 请按 2026-01 的样子填写
create-password-title = 用什么密码？
create-password-about = 密码打开加密的账套。忘了密码，只有恢复单能开。
create-person = 您的名字
create-person-hint = 打开账套时填写，也印在凭证的制单处。
create-password = 密码
create-password-hint = 至少 8 个字，越长越好，几个不相干的词最好记。
create-again = 再输入一次
create-again-differs = 两次输入不一样
strength-short = 太短：至少 8 个字
strength-weak = 弱：拿到文件的人可能几天内猜出来
strength-fair = 一般：再长几个字更稳妥
strength-good = 好：猜不出来，但请别忘记

recovery-title = 存恢复单，现在就存
recovery-about = 忘记密码时，只有它能打开账套。它只在建账时显示这一次。
recovery-warning = 存成 PDF 打印出来，或照着抄在纸上，锁起来。打印好以后，把 PDF 从这台电脑上删掉。
recovery-written = 已经在纸上了
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

door-sample = 先看样例公司
door-sample-about =
    几秒打开，随便改，改坏了再来一份。
    贸易、零售、服务各一家。
language-question = 选择语言 · Choose a language
language-later = 以后按 F12 随时切换 · F12 changes it at any time
unlock-sample-about = 这是样例公司，不用密码。

create-step-trade = 行业与纳税人
create-trade-title = 哪一种公司，哪一种纳税人？
create-trade-about = 税率据此准备，以后都能改。
create-industry = 行业
create-industry-hint = 拿不准就选最接近的一项；它不影响账，只用来预设新商品是货物还是服务。
industry-trade = 贸易
industry-trade-about = 赊销赊购、批量进出
industry-retail = 零售与网店
industry-retail-about = 收银、微信支付宝
industry-workshop = 加工制造
industry-workshop-about = 材料、在产品、成本
industry-services = 服务
industry-services-about = 按项目开票、没有库存
industry-other = 其他
industry-other-about = 都不是，或几样都有
create-standard-hint = 先选了小企业会计准则：不上市、规模不大的公司大多用它。
create-month-hint = { $month }的第一天起，业务都记在这个账套里。
create-opening = 启用之前已经有账了吗？
create-opening-none = 没有，新公司
create-opening-none-about = 从零开始
create-opening-later = 有，以后再录
create-opening-later-about = 先开单，第一次结账之前补上
create-opening-now = 有，现在就录
create-opening-now-about = 建好账直接打开期初余额
create-kept = 已填的内容存在这台电脑上，建好账就清除；密码不存。
recovery-save = 存成 PDF
recovery-saved = 已保存“{ $file }”。请打印后删除。
first-title = 开始记账。
first-sale = 开第一张销售单
first-sale-about = 客户和商品边开边建，不用先准备。
first-look = 先看看
