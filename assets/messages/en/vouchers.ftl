# Writing entries: drafts, templates, the story of an account, and what is refused.

action-post-entries = post many drafts
action-change-entry = change a draft
action-save-template = save an entry template
action-remove-template = remove an entry template
action-get-account-story = see an account's balance and last uses
action-get-entry-habits = see one's own usual memos
action-list-templates = list entry templates

error-of-draft = Draft { $draft }: { $reason } Nothing was posted.
error-entry-posted = Entry { $number } is posted and can be neither changed nor discarded. Reverse it and record the right one.
error-unknown-template = This template ({ $template }) was not found. Somebody may have removed it; look at the list again.
