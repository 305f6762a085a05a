# Attachments: pictures, PDF and XML kept with an entry.

attachments = Attachments
attachments-how = Drop a picture, a PDF or an e-invoice XML here, or paste it.
attachments-add = Attach a file
attachments-drop = Let go to attach
attachments-next = next attachment
attachments-next-short = Next
attachments-of = { $at } of { $count }
attachments-remove = Remove
attachments-removed = { $name } removed from the draft
attachments-added = { $name } attached
attachments-save-copy = Save a copy
attachments-saved-at = Saved in { $folder }
attachments-zoom-in = Larger
attachments-zoom-out = Smaller
attachments-open-large = Open large
attachments-by = attached by { $person } on { $day }
attachments-no-picture = This kind of file shows only its name and size here; save a copy to open it.
attachments-opening = Opening…
attachments-saved = Attachments saved into the new folder: { $count }.

size-bytes = { $size } bytes
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

error-attachment-kind-unknown = “{ $name }” is no picture (PNG, JPEG, WebP, GIF), PDF or XML. Its content decides, not its ending; choose another file, or make a PDF of it first.
error-attachment-malformed = “{ $name }” begins like XML but is not well-formed (byte { $at }: { $what }). Download the original again, or attach a PDF.
error-attachment-too-large = “{ $name }” has { $size } MB; one file may have { $limit } MB at most. Make the picture smaller or split the PDF.
error-attachment-twice = The same file is attached to this entry already, as “{ $name }”.
error-attachment-not-given = The content of “{ $name }” did not come with it, or is not what it was said to be. Attach files with “Attach a file” or kontor attach.
error-attachment-stays = The entry is posted, so its attachment “{ $name }” stays. The right one can be attached beside it.
error-unknown-attachment = This attachment ({ $attachment }) was not found. It may have been removed from its draft; open the entry again.

action-attach-file = attach a file
action-detach-file = remove a draft's attachment
action-list-attachments = list attachments
action-load-attachment = see an attachment

verify-attachments = attachments and their hashes
