"""The first page: what the group has, what comes next, and what is still to be done."""
