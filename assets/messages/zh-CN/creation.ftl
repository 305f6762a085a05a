# Making a book: the recovery sheet as a paper, and what the rules say about the company.
recovery-paper-title = 恢复单
recovery-paper-company = 公司
recovery-paper-person = 建账人
recovery-paper-day = 建账日期
recovery-paper-file = 恢复单 { $company }
recovery-paper-use = 用途：忘记密码，或操作员都不在了的时候，凭这 14 组字符可以打开账套，并给一位操作员设新密码。除密码和这张单子以外，没有别的办法。
recovery-paper-how = 用法：打开账套时选“忘记密码，用恢复单”，从第 1 组起依次输入。大小写、空格和横线都不要紧；没有字母 I、L、O、U。
recovery-paper-keep = 保管：打印两份，一份放保险柜或带锁的抽屉，一份放在另一处，比如家里或律师那里。核对无误后，请删除电脑上的 PDF 文件。
recovery-paper-warning = 注意：拿到账套文件和这张单子的人就能看到全部账目。不要拍照，不要发到聊天软件里，不要和账套的备份放在一起。

error-opening-missing = 建账时说过有期初余额，现在还没有。请先录入期初余额，或在公司设置里改为没有期初余额，再结账。
error-has-amounts = 账套里已经有金额，记账本位币和启用月份不能再改。需要改的话，请另建账套，把期初余额导入过去。
error-sheet-gone = 恢复单已经核对过，不再保存在程序里。请使用当时打印或抄下的那一份。

company-address = 地址
company-opening = 期初余额
company-opening-none = 没有，从零开始
company-opening-expected = 有
company-opening-about = 启用之前已经有账的，第一次结账之前要录入期初余额。
company-fixed = 账套里已有金额，记账本位币和启用月份不再改。
error-opening-settled = { $period } 已结账，期初余额不能再改。请用一张更正凭证调整。
action-set-opening = 录入期初余额
action-get-opening = 查看期初余额
item-create = 新商品“{ $name }”，过账时建好
item-new-badge = 新商品
