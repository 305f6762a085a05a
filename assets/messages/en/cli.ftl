# What the command line says for itself.

cli-recovery-sheet = The book is made. This is its recovery sheet, shown only once: write it on paper and keep it safe, not on this computer.
cli-recovered = The new password is in force and opens the book. The recovery sheet stays good; keep it safe.

cli-help-commands =
    kontor COMMAND BOOK [OPTIONS]; kontor COMMAND --help explains each

      new      make a book             act      actions (JSON, one a line)
      ask      questions (JSON)        report   a statement
      import   a file                  export   a list as CSV
      backup   into a folder           restore  a backup into a new book
      recover  with the sheet          verify   the book
      demo     the sample company      help     this page
cli-help-actions = Actions, written {"{"}"do": "name", ...{"}"}; in brackets who may:
cli-help-questions = Questions, written {"{"}"ask": "name", ...{"}"}:
cli-help-files = Files, each with a command of its own:
cli-password = Password:
