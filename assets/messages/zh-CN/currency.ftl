# Other currencies: their rates, lines in them, what closing makes of them, and what is refused.

action-set-exchange-rates = 登记汇率
action-set-currency-policy = 设定外币核算办法
verify-currency-balances = 外币余额与分录

error-own-currency = { $currency } 是本账套的记账本位币，没有汇率。请写另一种币种。
error-exchange-rate-malformed = “{ $rate }”不能作汇率。请写 1 单位外币折合多少记账本位币，要大于零、小数不超过十位，例如 7.0825。
error-exchange-rate-missing = 没有 { $date } 的 { $currency } 汇率。请在“汇率”里登记；当日无牌价的，取此前最近一日的。
error-currency-not-kept = 第 { $line } 行：{ $currency ->
    [none] 科目 { $account } 按 { $kept } 核算，这一行没有写币种。请填币种、外币金额和汇率
   *[other] 科目 { $account } { $kept ->
        [none] 不核算外币，不能写 { $currency }。请在科目里设外币核算，或去掉币种
       *[other] 只核算 { $kept }，不能写 { $currency }。请换一个科目，或把它改为核算所有币种
    }
  }。
error-currency-in-use = 科目 { $account } 已有记账的分录与此不符，不能这样改。{ $currency ->
    [none] 已有外币分录的科目要继续核算外币
   *[other] 请改为核算所有币种，或另设一个 { $currency } 科目
  }。
error-amounts-disagree = { $currency } { $foreign } 按汇率 { $rate } 折合 { $expected }，不是 { $amount }。请改金额或汇率；相差一个最小货币单位视为尾差。
error-revaluation-fixed = { $period } 已经调过汇，同一年度只用一种办法。请从尚未调汇的年度的第一个会计期间起改。

nav-currencies = 汇率
currency = 币种
foreign-amount = 外币金额
exchange-rate = 汇率
exchange-rate-in = 汇率（折合 { $currency }）
line-currency = { $currency } { $amount }，汇率 { $rate }
rates-new = 登记汇率
rates-written = 已登记 { $date } 的 { $count } 个汇率
rates-none = 还没有汇率
rates-none-why = 登记之后，录入外币分录会自动带出当日汇率，期末按期末汇率调汇。
rate-source = 来源
rate-by = 登记
rate-by-on = { $person } { $date }
rate-state = 状态
rate-replaced = 已更正
currency-own = 记账本位币
currency-policy-change = 核算办法
currency-policy-title = 外币核算办法
currency-policy-from = 起用期间
currency-policy-decided = 外币核算办法自{ $period }起用
currency-policy-rate = 折算汇率
currency-policy-rate-day = 业务发生日的即期汇率，当日没有的用最近一日
currency-policy-rate-month = 当月第一个汇率
currency-policy-revaluation = 期末调汇
currency-policy-revaluation-permanent = 调整账面余额，不再冲回
currency-policy-revaluation-permanent-about = 余额从此按期末汇率计价，收付时只确认其后的差额
currency-policy-revaluation-reversed = 下期第一天冲回
currency-policy-revaluation-reversed-about = 收付时的差额从业务发生日的汇率算起
settle-carried = 按账面 { $carried } 转出，{ $kind } { $difference }
exchange-gain = 汇兑收益
exchange-loss = 汇兑损失
memo-revaluation = 期末调汇 { $currency } { $rate }
memo-revaluation-back = 冲回期末调汇 { $currency }
generator-revaluation = 期末调汇
remedy-exchange-rates = 去登记汇率
