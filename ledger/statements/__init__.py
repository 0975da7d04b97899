"""What a reader wants to see, as values: built from the rules' values, decided nowhere here.

A statement is finished before anything is drawn. Its rows carry accounts, kinds and amounts; which
words and which typeface they get is the business of whoever shows or prints it.
"""
