"""The settings: the group, its committee, its rules, and how this machine shows them."""
