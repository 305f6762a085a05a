# Words of taxes: the company's profile, tax rows, returns by their rows, what is due when.

nav-tax = 税务
remedy-tax = 查看税务
nav-tax-rows = 税金明细账
generator-export-refund = 出口退税
generator-vat-transfer = 转出未交增值税
generator-surcharges = 计提附加税费
generator-income-tax = 计提企业所得税
memo-export-refund = 出口退税
memo-vat-transfer = 转出未交增值税
memo-vat-exempted = 小规模纳税人免征增值税
memo-surcharges = 计提附加税费
memo-income-tax = 计提企业所得税
action-set-tax-profile = 设定税务资料
action-record-tax-rows = 登记分录的税务信息
action-get-tax-return = 查看申报表底稿
action-list-tax-dues = 查看税务日历

ledger-title-tax-rows = 税金明细账
ledger-title-tax-vat-general = 增值税申报底稿（一般纳税人）
ledger-title-tax-vat-small = 增值税申报底稿（小规模纳税人）
ledger-title-tax-vat = 增值税，按税率
ledger-title-tax-sales-tax = 销售税，按税率
ledger-title-tax-surcharges = 附加税费申报底稿
ledger-title-tax-income-tax = 企业所得税预缴底稿
ledger-title-tax-export-trader = 外贸企业免退税计算表
ledger-title-tax-export-producer = 生产企业免抵退税计算表

tax-row-number = 行次
tax-item = 项目
tax-base = 计税依据
tax-amount = 金额
tax-rate = 税率
tax-kind = 类别
tax-invoice-number = 发票
tax-difference = 差额
tax-untaxed = 没有税务信息的分录
tax-agreement = 申报数与账簿核对
tax-side-return = 申报数
tax-side-ledger = 账簿
tax-agreement-output = 销项税额
tax-agreement-input = 进项税额
tax-agreement-transferred-out = 进项税额转出
tax-agreement-owed = 应纳税额与转出未交
tax-agreement-exempted = 免征税额与减免收入
tax-agreement-urban-construction = 城市维护建设税
tax-agreement-education = 教育费附加
tax-agreement-local-education = 地方教育附加
tax-agreement-income-tax = 本年应纳所得税额与已计提
tax-agreement-refund = 应退（免抵退）税额与出口退税
tax-agreement-offset = 免抵税额与出口抵减

tax-kind-output = 销项
tax-kind-simple = 简易计税
tax-kind-zero-rated = 零税率
tax-kind-exempt = 免税
tax-kind-outside = 不征税
tax-kind-input = 进项专用发票
tax-kind-customs = 海关进口增值税
tax-kind-agricultural = 农产品
tax-kind-transferred-out = 进项转出
tax-kind-export = 出口退税进项
tax-kind-none = 与申报无关

tax-invoice-none = 未开发票
tax-invoice-special = 专票
tax-invoice-ordinary = 普票
tax-invoice-other = 其他发票

error-tax-profile-missing = { $period } 还没有税务资料（所在地、人数、资产、税率）。请到“账簿—税务”里点“税务资料”设定。
error-refund-rate-missing = 出口企业要有退税率，生产企业还要有征税率。请在“税务资料”里填写。
error-tax-row-differs = 税额合计 { $said } 与分录金额 { $amount } 不一致。请改税额，几张发票加起来要等于这行分录。
error-invoice-twice = 发票 { $invoice } 已登记在 { $number }。同一张发票只能登记一次，请核对号码。

## 税务页

tax-return-vat-general = 增值税
tax-return-vat-small = 增值税
tax-return-vat = 增值税
tax-return-sales-tax = 销售税
tax-return-surcharges = 附加税费
tax-return-income-tax = 企业所得税
tax-return-export-trader = 免退税
tax-return-export-producer = 免抵退税
tax-calendar = 税务日历
tax-behind-head = 依据
tax-behind = { $count } 笔
tax-agrees = 一致
tax-differs = 账簿多 { $amount }
tax-record = 回车登记
tax-source = 依据：{ $source }
tax-source-unverified = 依据：{ $source }（行次凭业务知识整理，申报前请与官方表样核对）
tax-state-threshold = { $holds ->
    [yes] 销售额 { $have }，未超过 { $limit }，免征增值税（专票除外）
   *[no] 销售额 { $have }，超过 { $limit }，不免征
}
tax-state-income = 应纳税所得额 { $have } / 上限 { $limit }
tax-state-staff = 从业人数 { $have } / 上限 { $limit }
tax-state-assets = 资产总额 { $have } / 上限 { $limit }
tax-state-halved = { $holds ->
    [yes] 六税两费减半
   *[no] 不减半
}
tax-row-title = { $number } 的税务信息
tax-rate-percent = 税率（%）
tax-invoice-kind = 发票种类
tax-period = 申报所属期
tax-open-entry = 查看凭证
tax-recorded = 已登记 { $number } 的税务信息
tax-profile = 税务资料
tax-profile-from = 自哪个期间起
tax-profile-decided = 税务资料自 { $period } 起生效
tax-filing = 增值税申报周期
tax-filing-monthly = 按月
tax-filing-quarterly = 按季
tax-place = 所在地（城建税税率）
tax-place-city = 市区 7%
tax-place-county = 县城、镇 5%
tax-place-other = 其他 1%
tax-staff = 从业人数（平均）
tax-staff-number = 请填人数，例如 12。
tax-assets = 资产总额（平均）
tax-exporter = 出口
tax-exporter-none = 不出口
tax-exporter-trader = 外贸企业
tax-exporter-producer = 生产企业
tax-refund-rate = 退税率（%）
tax-export-rate = 征税率（%）
tax-income-rate = 所得税税率（%）
tax-income-rate-about = 留空用法定税率 25%；高新技术企业等填 15。
tax-due = 截止日
tax-due-for = 所属期
tax-owed = 应缴
tax-paid = 已缴
tax-state = 状态
tax-due-nothing = 无应缴
tax-due-open = 待缴
tax-due-late = 已逾期
tax-due-paid = 已缴
tax-dues-none = 近期没有到期的申报
tax-dues-note = 遇周末顺延到周一；法定节假日的顺延请以税务机关公布的征期为准。应缴取所属期末应交税费的余额。

## 月末结账的检查

close-group-taxes = 税务
close-check-tax-rows-known = 税金分录有税务信息
close-check-tax-profile-known = 税务资料
close-cause-tax-rows-known = 税金分录都有计税依据
close-cause-tax-rows-missing = 第一笔在 { $entry }，申报底稿因此少计
close-cause-tax-profile-known = 已设定
close-cause-tax-profile-none = 本期没有销项税额
close-cause-tax-profile-missing = 没有设定，附加税费和所得税不能计提

## 今日

waiting-tax = { $name }待缴
waiting-tax-due = { $day } 截止
waiting-tax-late = { $day } 已过
