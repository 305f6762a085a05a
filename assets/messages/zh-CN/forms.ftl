# Open forms: what was typed into them and is kept, given back and taken back.

form-given-back = 上次没填完的内容已经恢复
form-begin-anew = 重新填写
form-kept = 上次还有没填完的内容，替您留着
form-bring-back = 恢复

# Taking back
action-reverse-entries = 批量冲销凭证
entry-back = 草稿已恢复，临时号 { $number }
reverse-look = 冲销…
entries-reverse = 冲销（{ $count }）
entries-reverse-title = 冲销 { $count } 张凭证？
entries-reverse-about = 每张各用一张红字凭证冲掉，要么全部冲销，要么一张也不冲；原凭证留着。
entries-reversed-done = { $count } 张凭证已冲销

# The helping column of a form in a small window
side-customer = 客户欠款
side-away = 收起

# A month to choose a day from
day-choose = { $label }：从月历选
day-walk = 移动日期
day-previous-month = 上个月
day-next-month = 下个月
day-today = 今天

# Looking through the book
command-verify = 核对账套
verify-title = 核对账套
verify-now = 开始核对
verify-again = 再核对一次
verify-about = 逐页、逐张、逐笔核对，连同余额和两本日志的签名链，看全部是否相符。核对时可以照常工作。
verify-holds = 全部相符：核对了 { $checks } 项、{ $operations } 步操作
verify-misfit = 这一项不相符：{ $check }
verify-misfit-about = 请不要再往这个账套里记账。把最近一份完好的备份恢复成新文件，再核对那一份；这个文件原样留着。

# The manual
manual-apart = 在新窗口里看

verify-fits = ✓ 相符
verify-does-not-fit = ✗ 不相符

# A file for an entry that is being typed
entry-draft-for-file = 已存为草稿 { $number }，附件跟着它走
