# The frame: commands, menu, keys, long work, remedies, reports of faults.

command-new-sale = 新增销售单
command-receive = 收款
command-new-entry = 新增凭证
command-new-window = 新开窗口
command-print = 打印或保存
command-back-up = 立即备份
command-lock = 账套上锁
command-close-window = 关闭窗口
command-back = 返回
command-language = 中文 / English
command-theme = 深色
command-text-larger = 放大文字
command-text-smaller = 缩小文字
command-text-usual = 恢复文字大小
command-keys = 全部快捷键

menu-file = 文件
menu-edit = 编辑
menu-go = 转到
menu-view = 显示
menu-help = 帮助
menu-undo = 撤销
menu-redo = 重做
menu-cut = 剪切
menu-copy = 复制
menu-paste = 粘贴
menu-select-all = 全选

keys-title = 现在可用的快捷键
keys-screen = 本页
keys-everywhere = 各页通用
keys-none = 本页没有自己的快捷键。

nav-waits = 有 { $count } 张凭证未记账

waiting-answer = 正在等候结果
work-backup = 正在备份
work-restore = 正在恢复备份
work-verify = 正在核验账套
work-sample = 正在生成示例账套
work-stopping = 正在停下
phase-begin = 准备中
phase-copy = 复制账套
phase-unpack = 打开副本
phase-check = 逐项核对
phase-fill = 写入凭证

remedy-again = 再试一次
remedy-elsewhere = 另选位置
remedy-unlock = 打开账套
remedy-report = 查看报告
remedy-periods = 查看会计期间
remedy-entries = 查看凭证
remedy-accounts = 查看科目
remedy-opening = 查看期初余额
remedy-customers = 查看客户
remedy-items = 查看商品与服务
remedy-sales = 查看销售单
remedy-receipts = 查看收款
remedy-backup = 查看备份

undo = 撤销
fault-about = 账里什么也没有写入。报告的全部内容都在下面；要不要存成文件由您决定，程序不会自己发出去。
fault-save = 保存报告
fault-report-file = 账房故障报告
fault-report-code = 代码
fault-report-version = 版本
fault-report-system = 系统
fault-report-language = 语言
fault-report-steps = 此前的操作

error-page-fault = 窗口遇到程序自己的错误（{ $what }）。账没有变动，但屏幕上的内容可能不完整。
error-door-unreachable = 窗口与程序失去联系（{ $text }）。账没有变动，请关闭窗口后重新打开。
