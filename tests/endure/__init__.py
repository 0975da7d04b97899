"""The battery: what is done to a book's file, disk and power, how often, and what was left."""
