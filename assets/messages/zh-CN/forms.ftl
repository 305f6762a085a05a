# Open forms: what was typed into them and is kept, given back and taken back.

form-given-back = 上次没填完的内容已经恢复
form-begin-anew = 重新填写
form-kept = 上次还有没填完的内容，替您留着
form-bring-back = 恢复
