"""The window: keys and screens over the same acts that the command line uses."""
