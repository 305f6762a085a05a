# Each check of a verification, as `kontor verify` lists them.

verify-pages = 文件各页的封印
verify-structure = 数据结构与引用
verify-schema = 数据表的定义
verify-operations = 操作记录的链与签名
verify-access = 访问记录的链与签名
verify-rows = 全部数据的校验和
verify-images = 可更改数据的变更过程
verify-entries = 凭证的平衡、合计与连续编号
verify-account-balances = 科目余额与分录
verify-party-balances = 往来余额与分录
verify-side-balances = 往来借方余额合计与贷方余额合计
verify-cash-balances = 现金流量与现金分录
verify-open-items = 未收款与销售、收款、冲销
verify-search = 往来单位、商品和科目的查找索引
