"""Small parts of a screen: they know keys and values, and have never heard of a book."""
