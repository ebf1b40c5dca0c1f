"""What a notice is made of before it is filled in: fields with their kinds, rows of the papers, words for messages."""
