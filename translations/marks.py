"""The mark on a sentence that stands in a table and is said somewhere else."""


def N_(text: str) -> str:
    """Hand the text back unchanged; being called is what gets it into the catalogue."""
    return text
