# Printing: vouchers on paper, and the preview before anything is printed.

voucher-paper-title = Journal voucher
voucher-paper-number = No. { $word }-{ $number }
voucher-paper-draft-number = Draft { $number }
voucher-paper-draft = Draft, not posted
voucher-paper-reverses = Reverses { $number }
voucher-paper-attached = { $count } attached
voucher-paper-memo = Memo
voucher-paper-account = Account
voucher-paper-debit = Debit
voucher-paper-credit = Credit
voucher-paper-total = Total
voucher-paper-continued = Continued
voucher-paper-posted-by = Posted by
voucher-paper-reviewed-by = Reviewed by
voucher-paper-cashier = Cashier
voucher-paper-prepared-by = Prepared by
voucher-paper-one-person = Prepared and posted by one person

print = Print
print-vouchers = Print vouchers
print-paper = Paper
print-paper-a5 = A5 across, one to a page
print-paper-a4-two = A4, two to a page
print-language = Language
print-pages = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
print-page-is = Page { $page }
print-save = Save as PDF
print-saved = Saved in { $folder }. Open it with the system's PDF viewer to print it.
print-making = Laying out…
print-zoom = Zoom

statement-unposted = Include unposted
statement-unposted-key = with or without unposted

error-nothing-to-print = { $period } has no entries to print. Choose another period.
