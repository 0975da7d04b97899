"""Prints every paper and looks through it: python -m tests.papers FOLDER [GROUP or PAPER …].

Every paper of the print shop is printed in three languages from four groups: the practice group,
one whose names and amounts are as long as they get, one of a single member, and one of five
thousand. The files lie in FOLDER/GROUP/PAPER.LANGUAGE.pdf, to be looked at by eye as well. At the
end stand the sums, and everything that is wrong; then the command ends with 1. The groups' books
are kept in the folder for the next time; delete them to have them made anew.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ledger.rules.refusals import Refusal
from tests.papers.groups import NAMES, group_book
from tests.papers.looking import Fault, faults_of, page_count
from tests.papers.making import Print, prints_of
from ui.messages import sentence
from ui.papers.paper import Paper
from ui.papers.shop import all_papers


@dataclass
class Summary:
    """What was printed, how long it took, and what is wrong."""

    files: int = 0
    pages: int = 0
    seconds: float = 0.0
    faults: list[tuple[Path, Fault]] = field(default_factory=list)
    not_made: Counter[str] = field(default_factory=Counter)

    def print_all(self, prints: Iterator[Print]) -> None:
        """Make papers and look through each."""
        for one in prints:
            start = time.perf_counter()
            try:
                lines = one.make()
            except Refusal as refusal:
                self.not_made[f"{one.out.parent.name} {sentence(one.words, refusal)}"] += 1
                continue
            self.seconds += time.perf_counter() - start
            self.files += 1
            self.pages += page_count(one.out)
            self.faults += [
                (one.out, fault) for fault in faults_of(one.out, lines, one.words.language)
            ]

    def say(self) -> None:
        """The sums, and every fault."""
        for said, times in self.not_made.items():
            print(f"not made ({times}): {said}")
        for file, fault in self.faults:
            print(f"WRONG {file}: {fault}")
        print(
            f"{self.files} files, {self.pages} pages, {self.seconds:.1f} s of reading and drawing;"
            f" {len(self.faults)} faults"
        )


def main(arguments: list[str]) -> int:
    """Print, look, say; 1 where something is wrong, 2 where no folder is named."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder, wanted = Path(arguments[0]), set(arguments[1:])
    folder.mkdir(parents=True, exist_ok=True)
    papers = [paper for paper in all_papers() if paper.code in wanted] or list(all_papers())
    summary = Summary()
    for name in [name for name in NAMES if name in wanted] or NAMES:
        _print_group(name, papers, folder, summary)
    summary.say()
    return 1 if summary.faults else 0


def _print_group(name: str, papers: list[Paper], folder: Path, summary: Summary) -> None:
    group = group_book(name, folder)
    (folder / name).mkdir(exist_ok=True)
    with group.opened() as book:
        for paper in papers:
            files, pages, seconds = summary.files, summary.pages, summary.seconds
            summary.print_all(prints_of(paper, book, group.today, folder / name))
            print(
                f"{name:10} {paper.code:28} {summary.files - files:4} files"
                f" {summary.pages - pages:7} pages {summary.seconds - seconds:8.2f} s",
                flush=True,
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
