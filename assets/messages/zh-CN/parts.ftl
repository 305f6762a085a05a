# 各屏共用部件的用词。

table-menu = 列与复制
copy-all-rows = 复制全部 { $count } 行
rows-copied = 已复制 { $count } 行
found-nothing = 没有找到
