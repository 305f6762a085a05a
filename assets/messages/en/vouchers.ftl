# Writing entries: drafts, templates, the story of an account, and what is refused.

action-post-entries = post many drafts
action-change-entry = change a draft
action-save-template = save an entry template
action-remove-template = remove an entry template
action-get-account-story = see an account's balance and last uses
action-get-entry-habits = see one's own usual memos
action-list-templates = list entry templates

error-of-draft = Draft { $draft }: { $reason } None of them was changed.
error-entry-posted = Entry { $number } is posted and can be neither changed nor discarded. Reverse it and record the right one.
error-unknown-template = This template ({ $template }) was not found. Somebody may have removed it; look at the list again.

entry-next = Save, next
entry-save = Save
entry-change = Change
entry-copy = Copy entry
entry-copied = Copied { $number }; change what differs and save
entry-count = entry { $count } today
line-of = line { $at } of { $count }
line-party = { $kind }: { $name }
line-cash-flow = cash flow: { $item }
line-lacks-party = which { $kind }?
line-dropped = The line is gone
party-create = + New: “{ $name }”
cash-flow-short = cash flow
cash-flow-proposed = follows the other side
account-create = New account
account-create-under = New account under { $code }
account-parent = Under
account-story = About the account
story-uses = Last five uses
story-unused = This account has not been used yet
story-party-after = { $name }, after it

template = Templates
templates = Entry templates
templates-empty = No templates yet. Write an entry, then F7 keeps it as one.
template-find = Find by name
template-keys = ↑ ↓ choose, Enter uses it, Ctrl Del removes it
template-keep = Keep this entry as
template-name = Name of the template
template-with-amounts = with amounts
template-save = Keep as template
template-replace = Replace the template
template-use = Use
template-used = Filled in from “{ $name }”
template-kept = Template “{ $name }” is kept
template-removed = Template “{ $name }” is removed

shown-all = All
shown-drafts = Not posted
shown-posted = Posted
drafts-empty = Nothing waits to be posted
drafts-none = Nothing waits to be posted in { $period }
drafts-marked =
    { $count ->
        [one] one marked, { $total }
       *[other] { $count } marked, { $total } in all
    }
drafts-post = Post { $count }
drafts-post-all = Post the period
entries-post-title =
    { $count ->
        [one] Post one entry
       *[other] Post { $count } entries
    }
entries-post-about = They are numbered by date, within a day in the order they were written. What is posted cannot be changed, only reversed.
entries-posted = { $count } are posted: { $first } to { $last }
key-mark = mark
entry-undo = Undo
