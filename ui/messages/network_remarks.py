"""What has to be said of many sheets, in sentences: of the tables, and of each file."""

from ledger.rules.refusals import Refusal
from ledger.statements.network_pile import Pile
from ledger.statements.network_tables import NetworkReport, Note, ProvinceContradicts
from reports.network_remarks import Remarks
from translations import Words
from translations.network_words import figure_name
from ui.messages import sentence


def remarks_of(report: NetworkReport, pile: Pile, words: Words) -> Remarks:
    """Everything that window, spreadsheet and paper say beside the tables."""
    return Remarks(
        notes=tuple(_note(words, note) for note in report.notes),
        doubtful=tuple(
            (one.name, _named(words, one.sheet.sender.name, one.problems)) for one in pile.doubtful
        ),
        aside=tuple((one.name, sentence(words, one.why)) for one in pile.aside),
    )


def _named(words: Words, group: str, problems: tuple[Refusal, ...]) -> str:
    said = " ".join(sentence(words, problem) for problem in problems)
    return f"{group}: {said}"


def _note(words: Words, note: Note) -> str:
    if isinstance(note, ProvinceContradicts):
        return f"{note.province}: {sentence(words, note.problem)}"
    facts = {
        "figure": figure_name(words, note.whole.value),
        "parts": words.number(note.parts),
        "total": words.number(note.total),
    }
    if note.exact:
        return words.say(
            "{figure}: the printed parts make {parts} million, the printed total is {total}. "
            "The kip agree; only the rounding to millions parts them.",
            **facts,
        )
    return words.say(
        "{figure}: the parts make {parts} million, but the sheets' own totals make {total}. "
        "Some sheets do not add up.",
        **facts,
    )
