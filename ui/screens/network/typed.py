"""The figures of the sheet that no book knows: typed here, and kept in the book at once."""

from collections.abc import Mapping
from functools import partial

from ledger.actions.network import keep_network_figures
from ledger.rules.network import AMOUNTS, TYPED, Figure
from translations.network_words import figure_meaning, figure_name
from ui.desk import Desk
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, KipEdit


class TypedForm(Form):
    """One line for each typed figure; leaving a line keeps it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(columns=2)
        self.desk = desk
        self.lines = {
            figure: KipEdit(desk.words) if figure in AMOUNTS else CountEdit(desk.words)
            for figure in TYPED
        }
        self.fields = {figure: Field(desk.words, line) for figure, line in self.lines.items()}
        for figure, field in self.fields.items():
            self.add(field)
            self.lines[figure].committed.connect(partial(self._keep, figure))

    def say(self) -> None:
        """Give every line its name."""
        words = self.desk.words
        for figure, field in self.fields.items():
            field.name(figure_name(words, figure.value), figure_meaning(words, figure.value))

    def show_figures(self, figures: Mapping[Figure, int]) -> None:
        """Show what is kept; what is half typed stays."""
        for figure, line in self.lines.items():
            if not (line.hasFocus() and line.isModified()):
                line.show_value(figures.get(figure))

    def _keep(self, figure: Figure, value: int | None) -> None:
        if value is not None:
            self.desk.do(lambda book, who: keep_network_figures(book, who, figures={figure: value}))
