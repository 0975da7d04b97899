"""What comes in from the group's own files: read strictly, shown first, written whole or not.

A file is taken for hostile until it is read: `tables` and `xlsx` give plain texts within limits,
`columns` guesses what each column is, `people` and `past` turn the rows into what the committee
would have typed. Nothing here writes: the acts do, the same as for every screen.
"""
