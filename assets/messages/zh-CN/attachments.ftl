# Attachments: pictures, PDF and XML kept with an entry.

attachments = 附件
attachments-how = 把发票、回单的图片、PDF 或数电票 XML 拖到这里，或者粘贴。
attachments-add = 添加附件
attachments-drop = 松开即添加
attachments-next = 下一份附件
attachments-next-short = 下一份
attachments-of = { $at } / { $count }
attachments-remove = 移除
attachments-removed = 已从草稿移除 { $name }
attachments-added = 已附上 { $name }
attachments-save-copy = 另存副本
attachments-saved-at = 已存到 { $folder }
attachments-zoom-in = 放大
attachments-zoom-out = 缩小
attachments-open-large = 大图
attachments-by = { $person } 于 { $day } 附上
attachments-no-picture = 此类文件在这里只能看到名称和大小，请另存副本后打开。
attachments-opening = 正在打开……
attachments-saved = 已把 { $count } 份附件存到新文件夹。

size-bytes = { $size } 字节
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

error-attachment-kind-unknown = “{ $name }”不是图片（PNG、JPEG、WebP、GIF）、PDF 或 XML。程序按内容辨认，不看后缀；请换一个文件，或先转成 PDF。
error-attachment-malformed = “{ $name }”像是 XML，但格式不完整（第 { $at } 字节：{ $what }）。请重新下载原文件，或改附 PDF。
error-attachment-too-large = “{ $name }”有 { $size } MB，每个文件最多 { $limit } MB。请缩小图片或拆分 PDF。
error-attachment-twice = 同样的文件已经附在这张凭证上，名称是“{ $name }”。
error-attachment-not-given = “{ $name }”的内容没有一起送来，或与登记的不符。请用“添加附件”或 kontor attach 来附文件。
error-attachment-stays = 凭证已记账，附件“{ $name }”要留存，不能移除。可以再附上正确的那一份。
error-unknown-attachment = 没有找到这份附件（{ $attachment }）。它可能已从草稿移除，请重新打开凭证。

action-attach-file = 添加附件
action-detach-file = 移除草稿的附件
action-list-attachments = 查看附件列表
action-load-attachment = 查看附件内容

verify-attachments = 附件内容与其摘要值
