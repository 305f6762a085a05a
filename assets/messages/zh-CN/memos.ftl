# What the entries made by the program say in their memo.
memo-sale = 销售{ $what }，{ $customer }
memo-counter-sale = 零售{ $what }
memo-and-more = { $what }等
memo-receipt = 收款，{ $customer }
memo-opening = 期初余额
memo-reversal = 注销{ $date }{ $number }号凭证
memo-reversal-why = 注销{ $date }{ $number }号凭证：{ $reason }
memo-date = { $month }月{ $day }日
