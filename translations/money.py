"""How amounts are written: one format in every language, with commas or with points."""

from dataclasses import dataclass

NO_BREAK = "\u00a0"
MINUS = "-"

_UNITS = {
    "LAK": {"lo": "ກີບ", "th": "กีบ", "en": "kip"},
    "THB": {"lo": "ບາດ", "th": "บาท", "en": "baht"},
}
_PARTS = {"THB": {"lo": "ສະຕາງ", "th": "สตางค์", "en": "satang"}}


@dataclass(frozen=True, slots=True)
class MoneyFormat:
    """The group's way of writing money, the same in every language.

    `points` writes 1.000 for one thousand, otherwise 1,000. `decimals` is how many digits the
    small unit of the currency has: 0 for kip, 2 for baht with satang.
    """

    points: bool = False
    decimals: int = 0
    currency: str = "LAK"

    @property
    def group_mark(self) -> str:
        """What stands between thousands."""
        return "." if self.points else ","

    @property
    def decimal_mark(self) -> str:
        """What stands before the small unit."""
        return "," if self.points else "."

    @property
    def one(self) -> int:
        """How many smallest units one unit of the currency has: 1, or 100 satang."""
        return int(10**self.decimals)

    def text(self, amount: int) -> str:
        """An amount of smallest units in figures: 1250000 is "1,250,000", of satang "12,500.00"."""
        whole, part = divmod(abs(amount), self.one)
        figures = f"{whole:,}".replace(",", self.group_mark)
        if self.decimals:
            figures += f"{self.decimal_mark}{part:0{self.decimals}d}"
        return MINUS + figures if amount < 0 else figures

    def with_tenth(self, amount: int, tenth: int) -> str:
        """An amount as a calculator shows it, with the figure after the point: "175,138.9".

        A currency with a small unit has its figures after the point already.
        """
        if self.decimals or not tenth:
            return self.text(amount)
        return f"{self.text(amount)}{self.decimal_mark}{tenth}"

    def percent(self, points: int) -> str:
        """Basis points as a percentage without needless noughts: 250 is "2.5%", 7000 "70%"."""
        whole, part = divmod(abs(points), 100)
        figures = f"{whole:,}".replace(",", self.group_mark)
        if part:
            figures += self.decimal_mark + f"{part:02d}".rstrip("0")
        return (MINUS + figures if points < 0 else figures) + "%"

    def unit(self, language: str) -> str:
        """The currency's name in a language; its code where it has no name here."""
        return _UNITS.get(self.currency, {}).get(language, self.currency)

    def small_unit(self, language: str) -> str:
        """The name of the small unit (satang); its share of a hundred where it has none."""
        return _PARTS.get(self.currency, {}).get(language, f"/{self.one}")
