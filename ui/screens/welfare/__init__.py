"""The welfare fund: who is in it, what was claimed, its pensions, and how far it reaches."""
