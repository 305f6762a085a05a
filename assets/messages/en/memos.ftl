# What the entries made by the program say in their memo.
memo-sale = Sale of { $what } to { $customer }
memo-counter-sale = Counter sale of { $what }
memo-and-more = { $what } etc.
memo-receipt = Received from { $customer }
memo-opening = Opening balances
memo-reversal = Reversal of { $number } of { $date }
memo-reversal-why = Reversal of { $number } of { $date }: { $reason }
memo-date = { $day }/{ $month }
