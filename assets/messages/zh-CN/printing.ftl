# Printing: vouchers on paper, and the preview before anything is printed.

voucher-paper-title = 记账凭证
voucher-paper-number = { $word }字第 { $number } 号
voucher-paper-draft-number = 草稿 { $number }
voucher-paper-draft = 草稿，未记账
voucher-paper-reverses = 红字冲销 { $number }
voucher-paper-attached = 附单据 { $count } 张
voucher-paper-memo = 摘要
voucher-paper-account = 会计科目
voucher-paper-debit = 借方金额
voucher-paper-credit = 贷方金额
voucher-paper-total = 合计
voucher-paper-continued = 转下页
voucher-paper-posted-by = 记账
voucher-paper-reviewed-by = 审核
voucher-paper-cashier = 出纳
voucher-paper-prepared-by = 制单
voucher-paper-one-person = 制单与记账为同一人

print = 打印
print-vouchers = 打印凭证
print-paper = 纸张
print-paper-a5 = A5 横放，每页一张
print-paper-a4-two = A4，每页两张
print-language = 语言
print-pages = 共 { $pages } 页
print-page-is = 第 { $page } 页
print-save = 存为 PDF
print-saved = 已存到 { $folder }。用系统的 PDF 阅读器打开它，即可打印。
print-making = 正在排版……
print-zoom = 缩放

statement-unposted = 含未记账凭证
statement-unposted-key = 含或不含未记账凭证

error-nothing-to-print = { $period } 没有凭证可打印。请换一个会计期间。
