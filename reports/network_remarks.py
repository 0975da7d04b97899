"""What is said beside the network's tables, already in words: of their own errors, and of files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remarks:
    """Sentences about the tables; then files that were counted with a doubt, and files left out.

    Of a file its name stands first, then what is the matter with it.
    """

    notes: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    aside: tuple[tuple[str, str], ...] = ()
