# What the command line says for itself.

cli-recovery-sheet = 账套已建好。下面是恢复单，只显示这一次：请抄在纸上收好，不要存在这台电脑上。
cli-recovered = 新密码已生效，可以用它打开账套。恢复单仍然有效，请收好。

cli-help-commands =
    kontor 命令 账套 [选项]，各命令的说明见 kontor 命令 --help

      new      新建账套                act      执行操作（JSON，一行一个）
      ask      提问（JSON，一行一个）  report   报表
      import   导入文件                export   导出 CSV
      backup   备份                    restore  从备份恢复
      recover  用恢复单换新密码        verify   校验账套
      demo     建示例公司              help     本页
cli-help-actions = 操作，写成 {"{"}"do": "名称", ...{"}"}，方括号里是可以做的角色：
cli-help-questions = 提问，写成 {"{"}"ask": "名称", ...{"}"}：
cli-help-files = 文件，各有自己的命令：
cli-password = 密码：
