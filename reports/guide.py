"""The short guide to lie beside the computer: a meeting step by step, the keys, and what helps."""

from collections.abc import Sequence

from reports.flow import Flow
from reports.form_set import FormFacts
from reports.page import Paper
from reports.shell import Said, Shell
from reports.style import HEADING, MM, thin
from translations.marks import N_
from translations.words import Words

_MEETING = (
    N_("Put in the memory stick, open the program and choose your name."),
    N_("Open the meeting and count the box, note by note."),
    N_("Mark who is here, who sent money with a neighbour, and who is absent."),
    N_(
        "Go down the list: Space writes what is due, figures write another amount. Each cell is "
        "saved at once."
    ),
    N_("Decide on loans, pay them out, and write down every other payment."),
    N_(
        "Count the box again. It must agree with the book; if it does not, the program says where "
        "to look first."
    ),
    N_("Two officers read the sheet and sign. From then on it cannot be changed."),
    N_("Print the new lines of the passbooks or the list for the wall, and read it aloud."),
    N_("Take the stick out and keep it in a different house from the computer."),
)
_KEYS = (
    N_("Enter: down or on · Tab: to the right · Esc: what stood there before · Del: empty"),
    N_("F1: where a figure comes from · Ctrl+F: search the whole book · F3: find a member"),
    N_("F5: today · + and -: a day on or back · F9: the large button at the bottom right"),
    N_("An amount may be typed as a sum: 20,000+5,000."),
)
_TROUBLE = (
    N_(
        "Something wrong was signed: open the entry and take it back with a reason. Nothing is "
        "ever rubbed out."
    ),
    N_(
        "The mistake is in the last sheet, and nothing was entered after it: two officers open "
        "that sheet again."
    ),
    N_("The power went out: start again. Everything up to the last cell is there."),
    N_(
        "There is no power at all: hold the meeting on the printed collection sheet, and type it "
        "in later with “From the paper…”."
    ),
    N_(
        "The computer is broken: install the program on another one, put in the stick, and open "
        "the newest copy."
    ),
    N_("A PIN is forgotten: two of the three sealed codes set a new one."),
)
_YEAR = (
    N_("Compare the bank's book with ours, line by line."),
    N_("See who is late, and speak with that member and with the guarantors."),
    N_(
        "Put a month on hold when its papers are printed: then writing in it takes two. Close it "
        "when everybody agrees."
    ),
    N_(
        "At the year's end read the proposal aloud; then two officers close the year. Nobody can "
        "change it after that."
    ),
    N_("Hang up the annual report, and give each member the statement of the year."),
)
_SAFE = (
    N_(
        "No line is ever deleted or changed. Whoever doubts a figure presses F1, or looks into "
        "the passbook."
    ),
    N_(
        "The code at the foot of a paper shows whether the book was changed since it was "
        "printed: compare it with the code of the book."
    ),
)
_SECTIONS = (
    (N_("At every meeting"), _MEETING, True),
    (N_("The keys"), _KEYS, False),
    (N_("When something is wrong"), _TROUBLE, False),
    (N_("Every month and every year"), _YEAR, False),
    (N_("What protects the money"), _SAFE, False),
)
_ON_FIRST = 2
"""So many sections stand on the first page, which may hang on the wall alone."""
_INDENT = 9 * MM


def draw_guide(words: Words, into: Paper, facts: FormFacts) -> None:
    """Two pages at most, in large letters."""
    shell = Shell(words, Said(facts.group, words.say("Short guide")), into=into)
    shell.head()
    for place, (heading, sentences, counted) in enumerate(_SECTIONS):
        if place == _ON_FIRST:
            shell.flow.next_page()
        shell.flow.heading(words.say(heading), below=20 * MM)
        _points(shell.flow, [words.say(sentence) for sentence in sentences], counted=counted)
    shell.finish()


def _points(flow: Flow, sentences: Sequence[str], *, counted: bool) -> None:
    """The sentences one under another, each behind its number or a dash."""
    for number, sentence in enumerate(sentences, start=1):
        style = thin(HEADING)
        flow.gap(2 * MM)
        flow.need(2 * style.leading)
        mark = f"{flow.paper.words.number(number)}." if counted else "–"
        flow.page.line(flow.left, flow.baseline(style), flow.paper.lines(mark, style, _INDENT)[0])
        flow.text(sentence, style, indent=_INDENT)
