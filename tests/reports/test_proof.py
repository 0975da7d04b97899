"""The proof of a closing, reckoned again from the printed text alone, in every rule set."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.rules.kip import Rounding
from ledger.rules.rulebook import Base, Destination, DividendBasis, LineKind, Rulebook
from ledger.statements.proof import Proof
from reports.proof import print_proof
from tests.proof_reader import ProofText, faults_in, faults_of_proof
from tests.proofs import random_proof
from tests.reports.pdfs import needs_poppler, pages_of, text_of
from tests.rules.years import RESERVE, line, percent, rulebook, rules, template
from translations import LANGUAGES, MoneyFormat, open_words

pytestmark = needs_poppler
TEMPLATES = sorted(
    file.stem for file in (Path(__file__).parents[2] / "resources" / "rules").glob("*.json")
)
REST = line(LineKind.REST, Destination.FUND)
LINES = (
    percent(Destination.DIVIDEND, 6_000),
    line(LineKind.REFUND_RATE, Destination.REFUND, 567),
    line(LineKind.FIXED, Destination.FUND, 1_000_001),
    percent(Destination.COMMITTEE, 1_033, base=Base.REMAINING),
    REST,
)


def _printed(proof: Proof, language: str, tmp_path: Path) -> Path:
    out = tmp_path / f"{language}.pdf"
    print_proof(proof, open_words(language), out)
    return out


def _weighed(basis: DividendBasis, **more: object) -> Rulebook:
    given = {"unit": 500, "basis": basis, "exclude_defaulters": True, **more}
    return rulebook(rules(*LINES, **given))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_dividend_of_every_rule_set_can_be_reckoned_again(
    name: str, language: str, tmp_path: Path
) -> None:
    proof = random_proof(template(name), earned=987_654_321)
    out = _printed(proof, language, tmp_path)
    assert faults_of_proof(out, language) == []
    text = ProofText(text_of(out, "-layout"), open_words(language))
    assert text.basis == proof.profit_rules.basis
    assert [her.sums["d"] for her in text.members] == [row.dividend for row in proof.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", DividendBasis)
@pytest.mark.parametrize("more", [{}, {"rounding": Rounding.NEAREST}, {"cut_off_day": 10}], ids=str)
def test_every_way_of_weighing_with_every_kind_of_line(
    basis: DividendBasis, more: dict[str, object], language: str, tmp_path: Path
) -> None:
    proof = random_proof(_weighed(basis, **more), seed=7)
    assert proof.sums.dividend > 0 < proof.sums.refund
    assert faults_of_proof(_printed(proof, language, tmp_path), language) == []


@pytest.mark.parametrize(
    "lines",
    [
        (line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, 333), REST),
        (percent(Destination.DIVIDEND, 3_000), percent(Destination.DIVIDEND, 1_000), REST),
        (percent(Destination.REFUND, 5_000), REST),
        (line(LineKind.REST, Destination.DIVIDEND),),
        (),
    ],
)
def test_other_lines_to_members(lines: tuple[object, ...], tmp_path: Path) -> None:
    for basis in (DividendBasis.MONTH_END, DividendBasis.DAILY):
        proof = random_proof(rulebook(rules(*lines, basis=basis)))  # type: ignore[arg-type]
        assert faults_of_proof(_printed(proof, "en", tmp_path), "en") == []


@pytest.mark.parametrize("earned", [0, -70_000])
def test_without_a_profit_nothing_is_shared(earned: int, tmp_path: Path) -> None:
    out = _printed(
        random_proof(rulebook(rules(*LINES, loss_fund=None)), earned=earned), "en", tmp_path
    )
    assert faults_of_proof(out, "en") == []
    assert "There is no profit to share." in text_of(out)


def test_points_between_thousands_and_satang(tmp_path: Path) -> None:
    proof = random_proof(template("a10_wing5"), earned=987_654_321)
    words = open_words("th", MoneyFormat(points=True, decimals=2, currency="THB"))
    print_proof(proof, words, tmp_path / "x.pdf")
    assert faults_of_proof(tmp_path / "x.pdf", "th") == []


# --- the reader itself ----------------------------------------------------------------------


def _figures(text: str) -> list[re.Match[str]]:
    """The digits that the reckoning rests on: no names, days of printing, pages' feet and heads."""
    found, offset = [], 0
    begun = False
    for page in text.split("\f"):
        body = False
        for row in page.splitlines(keepends=True):
            flat = row.strip()
            begun = begun or flat == "From the income to the profit"
            if flat.startswith("Printed on"):
                body = False
            # What the marks mean is told above the members, with the day of the rules in it.
            told = "of the month, less" in flat
            furniture = "Page" in flat or " · No. " in flat
            step = not told and (
                re.match(r"([IEPDBdbWZ±»=×]|Total\b)\s", flat)
                or re.search(r"\bw\s?=", flat)
                # Rows without a letter end with a figure: accounts, lines to funds, pages.
                or (begun and re.search(r"\s[\d.,]+$", flat) and not furniture)
            )
            body = body or bool(step)
            weight = re.search(r"\bw\s?=", row)
            start = weight.start() if weight else 0
            if body and (step or re.fullmatch(r"[\d/ ]+", flat)):
                found += [
                    m for m in re.compile(r"\d").finditer(text, offset + start, offset + len(row))
                ]
            offset += len(row)
        offset += 1
    return found


@pytest.mark.parametrize("basis", DividendBasis)
def test_any_changed_digit_is_found(basis: DividendBasis, tmp_path: Path) -> None:
    proof = random_proof(_weighed(basis, cut_off_day=10), members=5, seed=3)
    text = text_of(_printed(proof, "en", tmp_path), "-layout")
    assert faults_in(text, "en") == []
    digits = _figures(text)
    assert len(digits) > 600
    missed = []
    for digit in digits:
        place = digit.start()
        other = str((int(digit.group()) + 1) % 10)
        if not faults_in(text[:place] + other + text[place + 1 :], "en"):
            missed.append(text[text.rfind("\n", 0, place) + 1 : text.find("\n", place)])
    assert missed == []


def test_two_figures_that_changed_places_are_found(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=6, seed=3)
    first, second = (row for row in proof.rows[:2])
    swapped = (
        first._replace(dividend=second.dividend),
        second._replace(dividend=first.dividend),
        *proof.rows[2:],
    )
    out = _printed(replace(proof, rows=swapped), "en", tmp_path)
    assert len(faults_of_proof(out, "en")) >= 2


def test_a_member_who_is_missing_is_found(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=6, seed=3)
    out = _printed(replace(proof, rows=proof.rows[1:]), "en", tmp_path)
    assert any("W" in fault or "pages" in fault for fault in faults_of_proof(out, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_of_163_needs_few_pages(language: str, tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=163)
    out = _printed(proof, language, tmp_path)
    assert len(pages_of(out)) <= 20
    assert faults_of_proof(out, language) == []


def test_the_list_of_pages_says_who_stands_where_and_goes_over_pages(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=420)
    out = _printed(proof, "en", tmp_path)
    assert faults_of_proof(out, "en") == []
    *_, before, last = pages_of(out, "-layout")
    numbers = [row.member.number for row in proof.rows]
    ends = re.findall(r"^ *\d+ +(\S+)–(\S+) ", f"{before}\n{last}", re.MULTILINE)
    assert ends[0][0] == numbers[0]
    assert ends[-1][1] == numbers[-1]
    assert [a for a, _ in ends[1:]] == [numbers[numbers.index(b) + 1] for _, b in ends[:-1]]
    # The list begins on this page: its sum is that of all up to here.
    assert "Total up to here" not in before
    *_, upto = [row for row in before.splitlines() if "Total of this page" in row]
    (brought,) = [row for row in last.splitlines() if "Brought forward" in row]
    assert upto.split()[4:] == brought.split()[2:]
    assert "The pages together\n" in before
    assert "The pages together (continued)" in last


def test_a_page_of_members_says_whose_lines_it_holds(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=40)
    heads = [page.splitlines()[0] for page in pages_of(_printed(proof, "en", tmp_path), "-layout")]
    spans = [
        found.groups() for head in heads if (found := re.search(r"No\. (\S+) to (\S+)$", head))
    ]
    numbers = [row.member.number for row in proof.rows]
    assert len(spans) > 1
    assert (spans[0][0], spans[-1][1]) == (numbers[0], numbers[-1])
    assert [a for a, _ in spans[1:]] == [numbers[numbers.index(b) + 1] for _, b in spans[:-1]]


def test_each_letter_means_one_thing(tmp_path: Path) -> None:
    text = text_of(_printed(random_proof(_weighed(DividendBasis.MONTH_END)), "en", tmp_path))
    # What a line hands out is D or B, and what one member gets of it d or b.
    assert {"P", "D", "w", "z", "S", "d", "b"} == set(re.findall(r"\b([A-Za-z]) = [\d–]", text))
    assert not re.search(r"\bR ×", text)
    assert "L × 10.33%" in text
    assert "L: what the lines above have left." in text


def test_only_a_figure_that_a_formula_needs_has_a_letter(tmp_path: Path) -> None:
    first, *_ = text_of(
        _printed(random_proof(_weighed(DividendBasis.MONTH_END)), "en", tmp_path), "-layout"
    ).split("The letters in the members")
    letters = re.findall(r"^ *([A-Za-z]) {2,}", first, re.MULTILINE)
    assert letters == ["I", "E", "P", "W", "Z", "d", "b"]


def test_a_letter_stands_at_the_one_sum_that_it_means(tmp_path: Path) -> None:
    """D and P once stood before three sums each: nobody knew which of them was divided."""
    proof, words = random_proof(_weighed(DividendBasis.MONTH_END)), open_words("en")
    text = " ".join(text_of(_printed(proof, "en", tmp_path), "-layout").split())
    by_letter = {"D": proof.plan.lines[0].kip, "P": proof.plan.profit}
    for letter, kip in by_letter.items():
        assert text.count(f" {letter} = ") == text.count(f" {letter} = {words.kip(kip)} ") == 1
    assert f"D ÷ W × w: {words.kip(by_letter['D'])} ÷ " in text


def test_two_lines_of_dividends_have_a_letter_each(tmp_path: Path) -> None:
    two = (percent(Destination.DIVIDEND, part, key=f"part{part}") for part in (3_000, 2_000))
    proof = random_proof(rulebook(rules(*two, REST, unit=500)))
    out = _printed(proof, "en", tmp_path)
    text = " ".join(text_of(out, "-layout").split())
    for number, share in enumerate(proof.plan.lines[:2], start=1):
        kip = open_words("en").kip(share.kip)
        assert text.count(f" D{number} = {kip} ") == 1
        assert f"D{number} ÷ W × w: {kip} ÷ " in text
    assert faults_of_proof(out, "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", DividendBasis)
def test_a_page_that_a_member_gets_alone_says_what_its_letters_are(
    basis: DividendBasis, language: str, tmp_path: Path
) -> None:
    proof, words = random_proof(_weighed(basis)), open_words(language)
    pages = pages_of(_printed(proof, language, tmp_path), "-layout")
    hers = [page for page in pages if re.search(r"\bw = ", page)]
    assert hers
    for page in hers:
        flat = " ".join(page.split())
        marks = "± ×" if basis is DividendBasis.DAILY else "A ="
        for mark in (*marks.split(), "w", "S", "z"):
            assert f"{mark}: " in flat
        # What parts two of them may end a line: a dot may not.
        assert not any(line.strip().endswith("·") or "·  S: " in line for line in page.splitlines())
        assert words.say("Amounts in {unit}", unit=words.unit) in flat


def test_a_year_that_still_runs_has_no_end_and_says_what_the_rest_of_it_counts(
    tmp_path: Path,
) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END))
    closed = text_of(_printed(proof, "en", tmp_path))
    assert "savings at the end of the year" in closed
    assert "The rest of the year" not in closed
    runs = replace(proof, proposed=True, printed=date(2025, 10, 20))
    text = text_of(_printed(runs, "en", tmp_path))
    assert "savings on 20/10/2025" in text
    pages = [page for page in text.split("\f") if re.search(r"\bw\s=", page)]
    assert pages
    assert all("counted with the savings of 20/10/2025" in page for page in pages)
    assert "at the end of the year" not in text


def test_it_divides_before_it_multiplies(tmp_path: Path) -> None:
    """The other way round the product has more figures than a pocket calculator shows."""
    proof = random_proof(_weighed(DividendBasis.MONTH_END))
    words = open_words("en")
    pool, whole = words.kip(proof.plan.lines[0].kip), words.kip(proof.sums.weight)
    assert f"{pool} ÷ {whole} × w" in text_of(_printed(proof, "en", tmp_path), "-layout")


def test_a_minus_is_the_same_everywhere(tmp_path: Path) -> None:
    text = text_of(_printed(random_proof(_weighed(DividendBasis.MONTH_END)), "en", tmp_path))
    assert re.search(r"–\d", text)
    assert not re.search(r"(?<![\w-])-\d", text)


def test_the_odd_rest_has_its_fund(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END))
    assert proof.plan.remainder_fund == RESERVE
    assert "Left over by rounding goes to: Reserve fund" in text_of(_printed(proof, "en", tmp_path))
    assert sum(s.odd for s in proof.plan.lines) + proof.unclaimed == proof.plan.odd


@pytest.mark.parametrize("more", [28, 29, 30])
def test_what_is_told_of_the_shares_stands_on_their_page(more: int, tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END))
    year = proof.income_statement
    income = (*year.income, *year.income[:1] * (more - len(year.income) - len(year.expenses)))
    given = replace(proof, income_statement=replace(year, income=income))
    pages = pages_of(_printed(given, "en", tmp_path))
    told = [page for page in pages if "Left over by rounding goes to" in page]
    assert all("From the profit to its shares" in page for page in told)
    assert len(told) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_before_rounding_and_what_is_given_have_heads_of_their_own(
    language: str, tmp_path: Path
) -> None:
    """The annual statement has the same two: the papers are laid side by side."""
    words = open_words(language)
    out = _printed(random_proof(_weighed(next(iter(DividendBasis)))), language, tmp_path)
    (table,) = [page for page in pages_of(out) if words.say("Before rounding") in page]
    assert words.say("Amount given") in table


def test_it_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    proof = random_proof(_weighed(DividendBasis.MONTH_END), members=30)
    told: list[tuple[int, int]] = []
    out = tmp_path / "x.pdf"
    print_proof(proof, open_words("en"), out, lambda done, of: told.append((done, of)))
    assert told[0] == (0, 30)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    older = out.read_bytes()
    assert print_proof(proof, open_words("lo"), out, cancelled=lambda: len(told) > 2) == 0
    assert out.read_bytes() == older
