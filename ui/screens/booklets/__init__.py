"""The pages on which booklets are given out and new lines are printed into them."""
