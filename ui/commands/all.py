"""Which function runs which command."""

import argparse
from collections.abc import Callable

from translations import Words
from ui.commands.books import check, new, practice
from ui.commands.bring import bring
from ui.commands.comparing import compare
from ui.commands.copying import backup, copies, look, rescue, restore
from ui.commands.doing import do
from ui.commands.export import export
from ui.commands.figures import figures
from ui.commands.forms import print_blank_forms
from ui.commands.network import network, network_sheet
from ui.commands.paper_texts import paper_text
from ui.commands.papers import print_paper
from ui.commands.pins import pin
from ui.commands.record import record
from ui.commands.rehearsing import rehearse_copies
from ui.commands.searching import find_in_book
from ui.commands.years import close, year_words

RUNNERS: dict[str, Callable[[argparse.Namespace, Words], int]] = {
    "practice": practice,
    "new": new,
    "record": record,
    "bring": bring,
    "do": do,
    "figures": figures,
    "close": close,
    "year-words": year_words,
    "paper-text": paper_text,
    "export": export,
    "print": print_paper,
    "forms": print_blank_forms,
    "network-sheet": network_sheet,
    "network": network,
    "find": find_in_book,
    "check": check,
    "compare": compare,
    "pin": pin,
    "backup": backup,
    "copies": copies,
    "rehearse": rehearse_copies,
    "look": look,
    "restore": restore,
    "rescue": rescue,
}
