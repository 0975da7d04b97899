"""Interest on savings, and notice of a withdrawal."""
