"""The network: this group's own sheet, and the tables made of the sheets of many groups."""
