# One sentence or two for each error: what is wrong and what would help. The key is error- and the error's code.
# 只用该错误一定带有的事实；编码、日期、金额、路径都是写好的文字，不做复数。

error-unknown = 没有做成（{ $code }）。什么也没有写入，可以再试一次。

## 权限与写法

error-not-allowed = { $role ->
    [owner] 老板
    [bookkeeper] 会计
    [cashier] 出纳
    [salesperson] 销售
   *[other] { $role }
  }没有这项权限（{ $name }）。请由有权限的人来做。
error-malformed = 请求的写法读不懂：{ $what }。请对照手册改写后再试。
error-unknown-field = { $field ->
    [kind] 类别不认识。凭证填 normal 或 closing，商品填 goods 或 service。
    [kinds] 往来单位的类别不认识。可填 customer、supplier、employee、other。
    [activity] 活动类别不认识。可填 O（经营）、I（投资）、F（筹资），也可不填。
    [vat_kind] 增值税纳税人类别不认识。可填 small-scale 或 general。
   *[other] “{ $field }”里填的内容不认识。请改成手册所列的内容。
  }
error-format-unknown = 不认识“{ $format }”。格式有 text、csv、json、xlsx、pdf，语言有 zh-CN、en、both。
error-cancelled = 已按要求停下，什么也没有写入。
error-no-book = 还没有打开账套。请先打开或新建一个。
error-unknown-place = 还没有选定位置。请先选择文件或文件夹。

## 金额、数量、日期

error-amount-not-a-number = “{ $text }”不是数。请写成 1234.50 的样子。
error-amount-too-many-decimals = 小数位数太多，这里最多 { $allowed } 位。
error-amount-out-of-range = 这个数超出了可以记录的范围。请核对位数和正负。
error-not-a-date = “{ $text }”不是日期。请写成 2026-03-05 的样子。
error-date-out-of-range = 日期 { $date } 不在账套的会计期间内（{ $first } 至 { $last }）。请改日期，或先添加下一年。

## 会计期间

error-period-closed = 会计期间 { $period } 已结账。{ $day ->
    [none] 其后没有未结账的期间；
   *[other] 其后可用的第一天是 { $day }；
  }要改本期，请老板重新打开它。
error-period-unknown = 账套里没有会计期间 { $period }。月份写成 2026-03 的样子；新的一年要接在最后一年之后添加。
error-already-so = 这个会计期间已经是这个状态，不用再做。
error-earlier-period-open = { $period } 还没有结账。请从它开始，按月份顺序结账。
error-later-period-closed = { $period } 已经结账。请先重新打开它，再往前打开。
error-unposted-entries = 本期还有 { $count } 张凭证没有记账。请先记账或作废，再结账。
error-unassigned-cash = 本期还有现金分录没有现金流量项目，共 { $count } 笔，第一笔在 { $entry }。请打开凭证指定项目，再结账。

## 凭证

error-unbalanced = 借方 { $debit } 与贷方 { $credit } 不相等，借减贷为 { $difference }。借贷相等才能记账。
error-too-few-lines = 记账至少要两行分录，这张凭证有 { $lines } 行。
error-line-without-amount = 第 { $line } 行没有金额。请填写金额，或删去这一行。
error-line-with-both-sides = 第 { $line } 行借方和贷方都有金额。请分成两行。
error-unknown-account = 没有科目 { $account }。请核对编码，或先添加这个科目。
error-inactive-account = 第 { $line } 行的科目 { $account } 已停用。请换一个科目。
error-party-missing = 第 { $line } 行的科目 { $account } 按往来单位核算。请填写往来单位。
error-not-cash = 第 { $line } 行的科目 { $account } 不是现金类科目，不带现金流量项目。请填在现金、银行那一行。
error-word-malformed = 凭证字“{ $word }”不合适。请用一至四个字，如“记”。
error-unknown-entry = 没有找到这张凭证（{ $entry }）。它可能已记账、已作废，或者行号不对；请重新查看凭证列表。
error-already-reversed = 已经冲销过，不能再冲销一次。
error-is-reversal = 这是一张冲销凭证，不能再冲销。请按原来的内容重新录一张。
error-prior-year = 这张凭证属于 { $year } 年，不能跨年冲销。请在当期做更正凭证。
error-is-opening = 期初余额不能冲销。请用一张更正凭证调整。
error-reversal-before-entry = 冲销日期早于原凭证。请用原凭证当天或之后的日期。
error-made-by-paper = 这张凭证由单据 { $number } 生成。请冲销那张单据，凭证会一起冲销。

## 客户、商品、科目、操作员

error-unknown-party = 没有往来单位 { $party }。请核对，或先添加它。
error-unknown-item = 没有商品或服务 { $item }。请核对，或先添加它。
error-unknown-rate = 没有可用的税率 { $rate }。请从当天、本类纳税人可用的税率中选。
error-unknown-cash-flow-item = 没有现金流量项目 { $item }。请从本准则的项目中选。
error-unknown-person = 没有操作员“{ $name }”。请核对名字的写法。
error-name-missing = { $field ->
    [reason] 还没有写原因。重新打开会计期间须写明原因。
    [description] 还没有写卖的是什么。请选商品，或写上名称。
    [company] 还没有写公司名称。
    [person] 还没有写操作员的名字。
   *[other] 还没有写名称。请填写后再保存。
  }
error-name-taken = 已经有同名的操作员。请换一个分得清的名字。
error-password-too-short = 密码太短，至少 { $length } 个字。几个不相干的词连起来最好记。
error-code-taken = 编码 { $code } 已经有了。请换一个，或用原来那个。
error-code-malformed = 科目编码用 2 至 20 个字母或数字，中间不留空格。
error-code-not-under-parent = 下级科目的编码要以上级编码 { $parent } 开头，后面再加字母或数字。

## 销售与收款

error-no-sale-lines = 销售单还没有内容。请至少填一行。
error-quantity-not-positive = 第 { $line } 行的数量要大于零。退货请冲销原销售单。
error-price-negative = 第 { $line } 行的单价是负数。请填零或正数。
error-nothing-to-pay = 这张销售单合计为零，没有要记的账。请核对单价。
error-paid-too-much = 当场收款 { $paid } 多于价税合计 { $gross }。多收的部分请另记收款，作为预收。
error-payment-not-positive = 收款金额要大于零。
error-customer-missing = 还有 { $owed } 没有收。赊销请选择客户，零售请当场收清。
error-payment-account-not-cash = 科目 { $account } 不能收款。请选现金、银行或微信、支付宝等科目。
error-nothing-received = 收到的金额要大于零。
error-share-not-positive = 分配给 { $number } 的金额要大于零。
error-invoice-not-open = { $number } 没有未收的款，或不是这位客户的。请从未清的销售单中选。
error-share-too-large = 分配给 { $number } 的金额多于它的未收款 { $open }。请改小，余下的会转预收。
error-shares-more-than-received = 分配合计 { $shares } 多于收到的金额。请改小其中的金额。
error-unknown-sale = 没有找到这张销售单（{ $sale }）。请重新查看销售单列表。
error-unknown-receipt = 没有找到这笔收款（{ $receipt }）。请重新查看收款列表。
error-settled-by-receipts = { $number } 已有收款核销。请先冲销那些收款，再冲销它。
error-role-missing = 凭证规则 { $rule } 需要的科目“{ $role }”在科目表里没有。请添加这个科目，或手工录凭证。

## 报表

error-unknown-statement = 准则 { $standard } 没有报表 { $name }。可用的有 trial-balance、income-statement、balance-sheet、cash-flow、cash-flow-indirect。
error-unknown-row = 这张报表没有“{ $row }”这一行。请用表上的行次，或行的键。
error-character-missing = 字体里没有“{ $character }”（{ $code }）这个字，见“{ $text }”。请换一个写法，或另存为 CSV、Excel。

## 导入导出

error-import-faults = 文件有 { $count } 处不对，什么也没有导入。请逐处改好后再导入。
error-import-kind-unknown = 不能导入或导出“{ $kind }”。可以的有：{ $known }。
error-opening-exists = 期初余额已经有了，不能再导入。请用更正凭证调整，或用新账套重新导入。
error-unknown-word = “{ $text }”不是这一列可以填的内容。可以填：{ $known }。
error-cell-malformed = { $what ->
    [missing-column] 缺少这一列。请在第一行加上它的列名。
    [unknown-column] 不认识这一列。请改列名，或删去这一列。
    [duplicate-column] 这一列出现了两次。请留下一列。
    [wrong-field-count] 这一行有 { $found } 格，应有 { $expected } 格。请核对逗号和引号。
    [cell-too-long] 这一格太长，最多 { $limit } 个字节。
    [broken-quote] 引号之后还有别的字。引号里面的引号请写两个。
    [ends-inside-quote] 文件在引号里结束，可能不完整。请重新导出一份。
    [empty] 这一格不能空。
    [both-debit-and-credit] 借方和贷方都有金额。请分成两行。
    [neither-debit-nor-credit] 借方和贷方都没有金额。请填写一方，或删去这一行。
    [differs-from-first-line] 与同一张凭证的第一行（第 { $first } 行）不一致。请改成一样，或换一个凭证号。
    [entry-too-large] 这张凭证太大，读到 { $lines } 行就停下了。请分成几张。
    [no-header] 没有列名。请在第一行写上列名。
    [utf-16] 文件是 UTF-16 编码。请另存为 UTF-8 或 GB18030。
    [nul-byte] 文件里有空字节，不是文本。请另存为 CSV 文本。
    [not-text] 文件不是 UTF-8 或 GB18030 文本。请另存为其中一种。
    [changed-while-reading] 文件在读取时被改动了。请关闭其他程序后再试。
    [unreadable] 文件没有读完。请检查它所在的磁盘后再试。
    [old-workbook] 这是 2003 年以前的 .xls 工作簿，或加了密码的工作簿。请在 Excel 或 WPS 里去掉密码，另存为 .xlsx 再导入。
    [not-a-workbook] 这不是 .xlsx 工作簿，或文件已损坏。请在 Excel 或 WPS 里打开，另存一份再导入。
    [table-too-large] 工作簿太大，或压缩得不寻常。请按年度或月份分成几个文件，删去无用的工作表和空白行。
    [no-such-sheet] 工作簿里没有工作表“{ $sheet }”。请核对名称。
    [not-recognised] 没有认出表头。请选择工作表，并在每一列上选定它是什么；命令行请用 --mapping 给出对应关系。
   *[other] 内容读不懂（{ $what }）。
  }

## 新建账套

error-standard-unknown = 没有会计准则 { $standard }。本程序现有 { $known }。
error-currency-unknown = “{ $currency }”不是币种代码。请写三个大写字母，如 CNY。

## 文件与系统：换个条件可以再试

error-not-found = 找不到 { $path }。请核对位置和名称。
error-already-exists = { $path } 已经有文件了，不会覆盖它。请换一个名称。
error-not-a-book = 这个文件不是账套。账套的名称以 .kontor 结尾。
error-newer-book = 这个账套由更新版本的程序写成（格式 { $format }）。请用新版本打开。
error-damaged = { $what ->
    [header] 账套的文件头损坏，打不开。
    [length] 账套文件不完整，后面缺了一段。
    [pages] 账套里有读不出的内容。
    [journal] 账套旁边的日志文件（-wal）损坏，或属于别的账套。
   *[other] 账套里有读不出的内容（{ $what }）。
  }请保留原文件不动，从最近的备份恢复成新文件。
error-wrong-password = 操作员或密码不对。请核对大小写和输入法后再试。
error-wrong-recovery = 恢复单上的字不对，或不是这个账套的。请对照纸上逐组核对。
error-in-use = 账套正打开着：操作员 { $person }，电脑 { $machine }，自 { $since } 起。请先在那里上锁或关闭。
error-read-only = 不能写入 { $path }。请检查文件和文件夹的权限，或磁盘是否只读。
error-unfit-place = { $path } 所在的位置不能打开账套，常见于网络盘。请先复制到本机磁盘再打开。
error-disk-full = 磁盘已满，没有保存。请腾出空间后再做一次。
error-busy = 账套正忙，还没有做。请稍等再试。
error-locked = 账套已上锁。请输入密码打开后再做。
error-not-a-backup = 这个文件不是备份。备份的名称以 .kontor-backup 结尾。
error-backup-damaged = 备份损坏，不能恢复。请用另一份备份。
error-backup-differs = { $what ->
    [pages] { verify-pages }
    [structure] { verify-structure }
    [schema] { verify-schema }
    [operations] { verify-operations }
    [access] { verify-access }
    [rows] { verify-rows }
    [images] { verify-images }
    [entries] { verify-entries }
    [account-balances] { verify-account-balances }
    [party-balances] { verify-party-balances }
    [side-balances] { verify-side-balances }
    [cash-balances] { verify-cash-balances }
    [currency-balances] { verify-currency-balances }
    [open-items] { verify-open-items }
   *[other] 备份清单
  }核对不符，这份备份不算数。请换一个位置再备份，或用另一份备份恢复。
error-not-a-person = 这个账套里没有您，或您已停用。请让老板添加。
error-file-unreadable = 读不了 { $path }。请核对位置、权限，以及它是不是 UTF-8 文本。
error-input-output = 读写 { $path } 时系统报错：{ $what }。请核对位置、检查磁盘后再试。
error-not-saved = 没有保存。磁盘写入失败，请检查磁盘后再做一次。

## 程序自己的错误

error-bug = 这是程序的错误，账里什么也没有写入：{ $what }。请把这句话告诉我们。
