# Words of taxes: the company's profile, tax rows, returns by their rows, what is due when.

nav-tax = Tax
remedy-tax = Look at tax
nav-tax-rows = Tax ledger
generator-export-refund = Export refund
generator-vat-transfer = VAT owed to unpaid VAT
generator-surcharges = Surcharges on VAT
generator-income-tax = Income tax
memo-export-refund = Export refund
memo-vat-transfer = VAT owed moved to unpaid
memo-vat-exempted = VAT exempted
memo-surcharges = Surcharges on VAT
memo-income-tax = Income tax
action-set-tax-profile = decide the company's tax profile
action-record-tax-rows = record what an entry's line is to the tax office
action-get-tax-return = see a return as a worksheet
action-list-tax-dues = see the tax calendar

ledger-title-tax-rows = Tax ledger
ledger-title-tax-vat-general = VAT return, general taxpayer
ledger-title-tax-vat-small = VAT return, small-scale taxpayer
ledger-title-tax-vat = VAT by rate
ledger-title-tax-sales-tax = Sales tax by rate
ledger-title-tax-surcharges = Surcharges on VAT
ledger-title-tax-income-tax = Income tax, prepayment
ledger-title-tax-export-trader = Export refund of a trader
ledger-title-tax-export-producer = Export refund of a producer

tax-row-number = Row
tax-item = Item
tax-base = Base
tax-amount = Amount
tax-rate = Rate
tax-kind = Kind
tax-invoice-number = Invoice
tax-difference = Difference
tax-untaxed = Lines without a tax row
tax-agreement = Return against ledger
tax-side-return = Return
tax-side-ledger = Ledger
tax-agreement-output = output tax
tax-agreement-input = input tax
tax-agreement-transferred-out = input tax transferred out
tax-agreement-owed = tax owed and moved to unpaid
tax-agreement-exempted = tax exempted and taken to income
tax-agreement-urban-construction = urban construction tax
tax-agreement-education = education surcharge
tax-agreement-local-education = local education surcharge
tax-agreement-income-tax = income tax of the year and what is accrued
tax-agreement-refund = refund and export refund
tax-agreement-offset = offset and export offset

tax-kind-output = Output
tax-kind-simple = Simple method
tax-kind-zero-rated = Zero-rated
tax-kind-exempt = Exempt
tax-kind-outside = Outside the tax
tax-kind-input = Input
tax-kind-customs = Import VAT
tax-kind-agricultural = Farm produce
tax-kind-transferred-out = Transferred out
tax-kind-export = Input for refund
tax-kind-none = No tax

tax-invoice-none = No invoice
tax-invoice-special = Special
tax-invoice-ordinary = Ordinary
tax-invoice-other = Other

error-tax-profile-missing = There is no tax profile for { $period } (place, people, assets, rates). Set it under Books, Tax, with “Tax profile”.
error-refund-rate-missing = A company that exports needs its refund rate, a producer also the rate of VAT on what it exports. Fill them in under “Tax profile”.
error-tax-row-differs = The tax comes to { $said } but the line to { $amount }. Change the tax: the invoices of a line add up to the line.
error-invoice-twice = Invoice { $invoice } is recorded with { $number } already. An invoice is recorded once; check the number.

## The page

tax-return-vat-general = VAT
tax-return-vat-small = VAT
tax-return-vat = VAT
tax-return-sales-tax = Sales tax
tax-return-surcharges = Surcharges
tax-return-income-tax = Income tax
tax-return-export-trader = Refund, trader
tax-return-export-producer = Refund, producer
tax-calendar = Calendar
tax-behind-head = Behind it
tax-behind = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
tax-agrees = agrees
tax-differs = ledger { $amount } more
tax-record = Enter records it
tax-source = By { $source }
tax-source-unverified = By { $source }. The numbers of the rows are from knowledge of the trade; compare them with the form before filing.
tax-state-threshold = { $holds ->
    [yes] Sales of { $have } stay within { $limit }: exempt but for special invoices
   *[no] Sales of { $have } exceed { $limit }: not exempt
}
tax-state-income = Taxable income { $have } of { $limit }
tax-state-staff = People { $have } of { $limit }
tax-state-assets = Assets { $have } of { $limit }
tax-state-halved = { $holds ->
    [yes] Surcharges are halved
   *[no] Surcharges are not halved
}
tax-row-title = { $number } to the tax office
tax-rate-percent = Rate (%)
tax-invoice-kind = Kind of invoice
tax-period = Period of the return
tax-open-entry = Open the entry
tax-recorded = The tax row of { $number } is recorded
tax-profile = Tax profile
tax-profile-from = From which period
tax-profile-decided = The tax profile holds from { $period } on
tax-filing = How often VAT is filed
tax-filing-monthly = Monthly
tax-filing-quarterly = Quarterly
tax-place = Place, for urban construction tax
tax-place-city = City 7 %
tax-place-county = County 5 %
tax-place-other = Other 1 %
tax-staff = People, on average
tax-staff-number = A number of people, for example 12.
tax-assets = Assets, on average
tax-exporter = Exports
tax-exporter-none = None
tax-exporter-trader = Trader
tax-exporter-producer = Producer
tax-refund-rate = Refund rate (%)
tax-export-rate = VAT rate (%)
tax-income-rate = Rate of income tax (%)
tax-income-rate-about = Empty for the legal rate of 25 %; 15 for a recognised high-technology company.
tax-due = Due
tax-due-for = For
tax-owed = Owed
tax-paid = Paid
tax-state = State
tax-due-nothing = Nothing owed
tax-due-open = Open
tax-due-late = Late
tax-due-paid = Paid
tax-dues-none = Nothing is due soon
tax-dues-note = A weekend moves the day to Monday; public holidays move it further, see the tax office's own calendar. Owed is what stands on the tax accounts at the end of the period.

## Checks of the month close

close-group-taxes = Tax
close-check-tax-rows-known = Lines of tax have tax rows
close-check-tax-profile-known = Tax profile
close-cause-tax-rows-known = every line says what it was reckoned on
close-cause-tax-rows-missing = first in { $entry }; returns lack them
close-cause-tax-profile-known = decided
close-cause-tax-profile-none = no output tax in the period
close-cause-tax-profile-missing = not decided, so surcharges and income tax are not accrued

## Today

waiting-tax = { $name } to be paid
waiting-tax-due = due { $day }
waiting-tax-late = was due { $day }
