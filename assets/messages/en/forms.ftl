# Open forms: what was typed into them and is kept, given back and taken back.

form-given-back = What you had typed before is back
form-begin-anew = Begin anew
form-kept = An unfinished one from before was kept
form-bring-back = Bring it back
