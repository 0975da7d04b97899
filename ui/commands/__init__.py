"""The second door: the same acts and papers, one command each, without a window."""
