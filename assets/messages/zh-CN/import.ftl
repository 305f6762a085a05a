# What the command line says while it imports.

import-progress = 已读 { $count } 条
import-done = 已导入 { $count } 条。
import-tried = 已读 { $count } 条，没有发现问题；这是试读，什么也没有写入。
import-fault = 第 { $row } 行，{ $column }：{ $reason }
