# The manual in the window and the pages of help.

help = 帮助
nav-help = 帮助
nav-manual = 手册
manual = 手册
manual-search = 在手册里查找
manual-contents = 目录
manual-page = 正文
manual-back = 上一页
manual-on = 下一页
manual-found = { $count ->
    [0] 没有找到
   *[other] 找到 { $count } 处
  }
manual-nothing = 手册里没有
manual-nothing-about = 换个词，或少写几个字试试。

news-notice = 已更新到 Kontor { $version }
news-read = 看看新功能

key-help = 帮助
key-close = 关闭
key-search = 查找
key-contents = 目录
key-page-back = 上一页
key-page-on = 下一页

prose-copy = 复制
prose-copied = 已复制
