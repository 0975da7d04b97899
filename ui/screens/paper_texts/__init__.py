"""The page on which the group writes the texts of its papers itself."""
