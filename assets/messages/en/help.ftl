# Words of the manual in the window and of the help pages.

help = Help
nav-help = Help
nav-manual = Manual
manual = Manual
manual-search = Search the manual
manual-contents = Contents
manual-page = Page
manual-back = Page before
manual-on = Page after
manual-found = { $count ->
    [0] Nothing found
    [one] One place
   *[other] { $count } places
  }
manual-nothing = Not in the manual
manual-nothing-about = Try another word, or fewer of them.

news-notice = Kontor { $version } is here
news-read = What's new

key-help = help
key-close = close
key-search = search
key-contents = contents
key-page-back = page before
key-page-on = page after

prose-copy = Copy
prose-copied = Copied
