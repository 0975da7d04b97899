"""What the tables show: given rows, and asked nothing."""
