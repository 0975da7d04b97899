"""What the rules say to a request before it is made: her savings, the ceiling, and the due days."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.lending import LendingFacts, ceiling_of, savings_counted
from ledger.rules.loan_values import LoanRequest
from ledger.rules.rulebook import LoanProduct
from ledger.statements.loan_schedule import DueRow, agreed_rows
from translations import Words
from translations.naming import word
from ui.models.rows import RowsModel
from ui.models.schedule import agreed_columns
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class Prospect(QWidget):
    """The right side of the request; it follows what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = FactsCard()
        self.heading = line_label("heading")
        self.table = TableView()
        self.model: RowsModel[DueRow] = RowsModel()
        self.sum = WrapLabel(role="muted")
        self.watch = WrapLabel()
        self.table.setModel(self.model)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.card)
        rows.addWidget(self.heading)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.sum)
        rows.addWidget(self.watch)

    def show_watch(self, lines: tuple[str, ...]) -> None:
        """What is to be seen of those who stand for her, and of circles."""
        self.watch.setText("\n".join(lines))
        self.watch.setVisible(bool(lines))

    def show_terms(self, words: Words, product: LoanProduct | None) -> None:
        """What holds for everybody, while nobody is chosen."""
        self.card.show_facts(words.say("What the rules say"), _terms(words, product))
        self._show_rows(words, ())
        self.sum.setText(words.say("Choose who asks and how much; the due days appear here."))

    def show_request(self, words: Words, request: LoanRequest, facts: LendingFacts) -> None:
        """What holds for her, and the due days once an amount is typed."""
        product = request.product
        most = ceiling_of(product, savings=facts.savings, loans_before=facts.loans_before)
        counted = savings_counted(product.ceiling, facts.savings)
        self.card.show_facts(
            words.say("What the rules say"),
            (
                (words.say("The member's savings"), words.money(facts.savings.now)),
                (
                    words.say("Savings that count"),
                    words.money(counted) if counted != facts.savings.now else "",
                ),
                (
                    words.say("The member may borrow"),
                    words.say("any amount")
                    if most is None
                    else words.say("up to {kip}", kip=words.money(most)),
                ),
                *_terms(words, product),
            ),
        )
        rows = agreed_rows(request, request.kip, request.day) if request.kip else ()
        self._show_rows(words, rows)
        interest = sum(row.interest for row in rows)
        self.sum.setText(
            words.say(
                "If it is handed over on {day}: {interest} interest, {together} in all.",
                day=words.day(request.day),
                interest=words.money(interest),
                together=words.money(request.kip + interest),
            )
            if rows
            else words.say("Type how much; the due days appear here.")
        )

    def _show_rows(self, words: Words, rows: tuple[DueRow, ...]) -> None:
        self.heading.setText(words.say("Due days"))
        self.model.set_columns(agreed_columns(words))
        self.model.show(rows)
        self.table.stretch((1, 2, 3))


def _terms(words: Words, product: LoanProduct | None) -> tuple[tuple[str, str], ...]:
    if product is None:
        return ()
    rate = words.percent(product.rate)
    method = word(words, "interest_method", product.method.value)
    return (
        (words.say("Interest"), f"{rate} · {method}"),
        (words.say("Paid back"), word(words, "schedule_kind", product.schedule.value)),
        (words.say("Fee at pay-out"), words.money(product.fee) if product.fee else ""),
    )
