# Words of the parts that every screen uses.

table-menu = 列与复制
copy-all-rows = 复制全部 { $count } 行
rows-copied = 已复制 { $count } 行
found-nothing = 没有找到
amount-unread = 这不是金额。也可以直接输入算式，如 1200*1.13，或 1.2万。
percent-done = { $percent }%
settings-contrast = 对比度
contrast-system = 跟随系统
contrast-normal = 标准
contrast-more = 高
settings-text-size = 文字大小
text-size = { $percent }%
cancel = 停止
