# Other currencies: their rates, lines in them, what closing makes of them, and what is refused.

action-set-exchange-rates = write down rates of exchange
action-set-currency-policy = decide how other currencies are treated
verify-currency-balances = amounts in other currencies against the lines

error-own-currency = { $currency } is the book's own currency and has no rate. Name another one.
error-exchange-rate-malformed = “{ $rate }” cannot be a rate of exchange. Type how many units of the book's currency one unit is worth: above nothing, at most ten decimals, for example 7.0825.
error-exchange-rate-missing = There is no rate of { $currency } for { $date }. Write it down under Rates of exchange; where nobody quotes one for that day, take the last one quoted before.
error-currency-not-kept = Line { $line }: { $currency ->
    [none] account { $account } is kept in { $kept }, and the line names no currency. Give currency, amount and rate
   *[other] account { $account } takes no { $currency } { $kept ->
        [none] line. Mark the account for other currencies, or leave the currency out
       *[other] line, only { $kept }. Take another account, or mark this one for all currencies
    }
  }.
error-currency-in-use = Lines of account { $account } are posted that it could not take then. { $currency ->
    [none] It keeps its other currencies
   *[other] Choose all currencies, or add an account for { $currency } beside it
  }.
error-amounts-disagree = { $currency } { $foreign } at { $rate } comes to { $expected }, not { $amount }. Correct the amount or the rate; a difference of one minor unit is let through as rounding.
error-revaluation-fixed = Balances were revalued in { $period } already, and a year keeps one way. Begin with the first period of a year in which none was revalued.

nav-currencies = Rates of exchange
currency = Currency
foreign-amount = Amount in it
exchange-rate = Rate
exchange-rate-in = { $currency } for one unit
line-currency = { $currency } { $amount } at { $rate }
rates-new = Write down rates
rates-written = Rates of { $date } written down: { $count }
rates-none = No rates yet
rates-none-why = Once they are written down, lines in other currencies propose the day’s rate, and closing revalues balances at the closing rate.
rate-source = Source
rate-by = Written down by
rate-by-on = { $person }, { $date }
rate-state = State
rate-replaced = replaced
currency-own = The book’s currency
currency-policy-change = How they are treated
currency-policy-title = How other currencies are treated
currency-policy-from = From period
currency-policy-decided = Other currencies are treated so from { $period } on
currency-policy-rate = Rate of a transaction
currency-policy-rate-day = the day’s, or else the last one known
currency-policy-rate-month = the first of the month
currency-policy-revaluation = Revaluation at a period’s end
currency-policy-revaluation-permanent = it stays
currency-policy-revaluation-permanent-about = the balance is carried at the closing rate from then on
currency-policy-revaluation-reversed = it is taken back on the first day of the next period
currency-policy-revaluation-reversed-about = what is realised counts from the rate of the transaction
settle-carried = Take off { $carried }, { $kind } { $difference }
exchange-gain = gain
exchange-loss = loss
memo-revaluation = { $currency } at the closing rate { $rate }
memo-revaluation-back = { $currency }: revaluation taken back
generator-revaluation = Revaluation of other currencies
remedy-exchange-rates = Rates of exchange
