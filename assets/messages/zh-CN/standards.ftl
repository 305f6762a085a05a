# Words of the standards, their rates and their statements.
rate-typed = 自填税率
check-indirect-equals-direct = 间接法经营现金净额 = 直接法经营现金净额
check-change-in-cash-equals-items = 现金净增加额 = 各现金流量项目合计
nav-cash-flow-indirect = 现金流量补充资料
nav-income-statement-by-nature = 利润表（按性质）
activities-open = 经营、投资、筹资归属未定的凭证：{ $count } 张
activities-open-about = 这些凭证的经营类分录借贷不等。把现金分录的现金流量项目改成与对方科目相符的，或者拆开记，两种方法的经营现金流量就一致。
