# What leaves the book: lists and the journal.

nav-export = 导出
export-about = 账里的东西随时可以带走：数据是您的。表格为 CSV，任何电子表格都能打开，其中文字不会被当作公式运行。导出的文件不再加密。
export-saved = 已保存：{ $file }
export-save = 导出
export-accounts = 会计科目
export-accounts-about = 编码、名称、类别和属性
export-parties = 往来单位
export-parties-about = 名称、税号、账期
export-items = 商品和服务
export-items-about = 单价、单位、税率
export-entries = 记账凭证
export-entries-about = 全部已记账凭证及其分录，格式与导入相同
export-hledger = 纯文本日记账（hledger）
export-hledger-about = 科目和凭证，hledger 等软件可直接读取，用别的程序核算全账
