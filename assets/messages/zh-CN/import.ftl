# What the command line says while it imports.

import-progress = 已读 { $count } 条
import-done = 已导入 { $count } 条。
import-tried = 已读 { $count } 条，没有发现问题；这是试读，什么也没有写入。
import-fault = 第 { $row } 行，{ $column }：{ $reason }
import-fault-cell = 工作表“{ $sheet }”{ $cell }（{ $content }）：{ $reason }
error-unknown-mapping = 账套里没有名为“{ $mapping }”的导入对应关系。请核对名称，或给出一个 .toml 文件。
