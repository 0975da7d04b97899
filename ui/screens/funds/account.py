"""One of the group's own accounts begins, changes or ends: always by a decision, from a day on."""

from typing import ClassVar

from ledger.actions.funds import NewAccount, change_account, close_account, open_account
from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.decisions import Subject
from ledger.rules.fund_rules import Level
from ledger.rules.funds import NameTaken
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import NamedAccount
from translations.naming import word
from ui.desk import Desk
from ui.models.closing import account_name
from ui.one_time import one_time_key
from ui.screens.funds.acting import ActScreen
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, Look
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit, NameEdit, PercentEdit

_KINDS = (Named.FUND, Named.BANK, Named.NETWORK)
_WHERE: dict[type[Refusal], str] = {
    NameMissing: "name",
    NameTaken: "name",
    DayOutsideBooks: "day",
}


class AccountScreen(ActScreen):
    """`go("account", None)` opens a new one; `go("account", account)` changes or closes one."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.RULES, Topic.ENTRIES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.kind, self.level, self.to = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.name, self.decision = NameEdit(words), DecisionLine(desk, subject=Subject.FUND)
        self.monthly, self.rate = KipEdit(words), PercentEdit(words)
        self.day = DayEdit(words, desk.today)
        self.close_it = Button(Look.DANGER, "lock")
        self._account: Account | None = None
        self._shown: object = self
        editors = {
            "kind": self.kind,
            "name": self.name,
            "day": self.day,
            "decision": self.decision,
            "to": self.to,
            "level": self.level,
            "rate": self.rate,
            "monthly": self.monthly,
        }
        self.fields = {name: Field(words, editor) for name, editor in editors.items()}
        self.lay_out_form("kind")
        self.body.addStretch(1)
        self.between.addWidget(self.close_it)
        self.setFocusProxy(self.name)
        self.kind.chosen.connect(lambda _: self._fit())
        self.write.clicked.connect(self._write)
        self.close_it.clicked.connect(self._close)

    def show_item(self, item: object) -> None:
        """Show an account, or an empty page for a new one."""
        self._account = Account(item) if isinstance(item, int) else None
        self._shown = self

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        names = {
            "kind": words.say("What is it?"),
            "name": words.say("Name"),
            "level": words.say("Level in the network"),
            "monthly": words.say("Each month, in {unit}", unit=words.unit),
            "rate": words.say("Interest of the bank in a year"),
            "day": words.say("From which day on"),
            "decision": words.say("Number of the decision"),
            "to": words.say("Its rest goes to"),
        }
        for name, field in self.fields.items():
            field.name(names[name])
        self.kind.offer([(kind, word(words, "named", kind.value)) for kind in _KINDS])
        levels = [(level, word(words, "level", level.value)) for level in Level]
        self.level.offer([(None, words.say("Not of the network")), *levels])
        self.back.setText(words.say("All funds"))
        self.close_it.setText(words.say("Close this account"))

    def refresh(self, change: Change | None = None) -> None:
        """Show what the rules know; what has been typed stays while the page is the same."""
        del change
        words, known = self.words, self._known()
        rules = self.book.rulebook(self.today())
        if self._shown is self:
            self._shown = None
            self._fill(known)
        self.title.setText(
            words.say("Open a fund, a bank account or a network body")
            if known is None
            else account_name(words, rules, known.account)
        )
        self.help.setText(
            words.say("It begins on its day, by the decision that is named. Nothing moves yet.")
            if known is None
            else words.say(
                "The new name or figure holds from its day on. Older papers keep theirs."
            )
        )
        self.write.setText(
            words.say("Open the account") if known is None else words.say("Write the change")
        )
        others = [
            named.account
            for named in rules.accounts
            if named_kind(named.account) is Named.FUND
            and named.closed is None
            and named.account != self._account
        ]
        self.to.offer([(fund, account_name(words, rules, fund)) for fund in others])
        self._fit()

    def _known(self) -> NamedAccount | None:
        if self._account is None:
            return None
        return self.book.rulebook(self.today()).named(self._account)

    def _fill(self, known: NamedAccount | None) -> None:
        self.once = one_time_key()
        self.clear_problems()
        self.kind.show_value(Named.FUND if known is None else named_kind(known.account))
        name = None
        if known is not None:
            name = account_name(self.words, self.book.rulebook(self.today()), known.account)
        self.name.show_value(name)
        self.level.show_value(known.level if known else None)
        self.monthly.show_value((known.monthly or None) if known else None)
        self.rate.show_value((known.rate or None) if known else None)
        self.day.show_value(self.today())
        self.decision.show_value(None)
        self.to.show_value(None)

    def _fit(self) -> None:
        """Show the fields that matter for this kind of account."""
        known, kind = self._known(), self.kind.value()
        closed = known is not None and known.closed is not None
        self.fields["kind"].setVisible(known is None)
        self.fields["level"].setVisible(kind in {Named.BANK, Named.NETWORK})
        self.fields["monthly"].setVisible(kind is Named.NETWORK)
        self.fields["rate"].setVisible(kind is Named.BANK)
        self.fields["to"].setVisible(known is not None and kind is Named.FUND)
        self.close_it.setVisible(known is not None and not closed)
        self.write.setEnabled(not closed)

    def _write(self) -> None:
        known = self._known()
        day, decision = self.day.value() or self.today(), self.decision.value() or ""
        name, today = self.name.value() or "", self.today()
        level, monthly = self.level.value(), self.monthly.value() or 0
        rate = self.rate.value() or 0
        if known is None:
            new = NewAccount(self.kind.value(), name, level, monthly, rate)
            done = self.act(
                lambda book, who: open_account(
                    book, who, new=new, day=day, decision=decision, today=today
                ),
                _WHERE,
            )
        else:
            usual = account_name(self.words, self.book.rulebook(today), known.account)
            same = name == usual
            changed = NamedAccount(
                account=known.account,
                name=known.name if same else name,
                key=known.key if same else "",
                level=level,
                monthly=monthly,
                rate=rate,
            )
            done = self.act(
                lambda book, who: change_account(
                    book, who, account=changed, day=day, decision=decision, today=today
                ),
                _WHERE,
            )
        if done:
            self._leave()

    def _close(self) -> None:
        account, words = self._account, self.words
        if account is None:
            return
        day, decision = self.day.value() or self.today(), self.decision.value() or ""
        name = account_name(words, self.book.rulebook(self.today()), account)
        sure = confirm(
            self,
            words,
            title=words.say("Close this account"),
            sentence=words.say("Close {name} for good?", name=name),
            detail=words.say("It takes no money any more and stays in the old papers."),
            do=words.say("Close this account"),
            danger=True,
        )
        if sure and self.act(
            lambda book, who: close_account(
                book,
                who,
                account=account,
                to=self.to.value(),
                day=day,
                decision=decision,
                today=self.today(),
            ),
            {**_WHERE, NameMissing: "to"},
        ):
            self._leave()

    def _leave(self) -> None:
        self._shown = self
        self.go.emit("funds", self._account)
