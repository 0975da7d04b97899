"""What each page is for: what to do first, what happens to what is typed, how it is put right.

Three to six short sentences for every page of the window, in this order. What all pages of a kind
have in common is said in the same words.
"""

from collections.abc import Mapping

from translations import N_

_INK = N_(
    "Nothing is written until the large button at the bottom right is pressed. Then it is in the "
    "book for good."
)
_PENCIL = N_(
    "Each cell is on the disk at once, in pencil. It is ink when two officers have signed."
)
_LOOK = N_("Here one only looks: nothing in the book can be changed or spoilt on this page.")
_NOT_YET = N_("As long as nothing was written, leave the page: nothing has happened.")
_BACK = N_(
    "Was something false written? Open it under “Books”, take it back with a reason, and write it "
    "anew."
)
_AGAIN = N_("Was something false typed? Type it again; the older words stay to be seen.")
_DECIDED = N_("A decision stays as it was written. A new decision with its own number changes it.")
_FIGURE = N_("Choose a figure and press F1: the entries and the rule behind it are shown.")

PAGE_HELP: Mapping[str, tuple[str, ...]] = {
    "sign_in": (
        N_("Here you say who is at the desk. Everything that is written bears this name."),
        N_("Choose your own name, and type your PIN if you have one."),
        N_("Was it the wrong name? Click the name at the top right and choose again."),
        N_("A PIN that was forgotten is set anew with two of the three sealed codes."),
    ),
    "search": (
        N_("Here the whole book is searched: names, numbers, amounts, receipts."),
        N_("Type a part of a name or an amount, then choose a line and press Enter."),
        _LOOK,
    ),
    "home": (
        N_("This page shows where the group stands today, and what is still to be done."),
        N_("Begin with the list of tasks: its buttons lead to the right page."),
        N_("A click on a large figure opens the page that it comes from."),
        _FIGURE,
        _LOOK,
    ),
    "funds": (
        N_("Here are the money set apart, the banks, and what the group owes or has lent."),
        N_("Choose an account at the left; at the right, write what was moved today."),
        _INK,
        _BACK,
    ),
    "fund": (
        N_("This page shows every movement of one fund, bank or debt in a year."),
        N_("Choose a line and press Enter to see the whole entry."),
        _FIGURE,
        _BACK,
    ),
    "welfare": (
        N_("Here is the welfare fund: who asked for help, what was decided, what was paid."),
        N_("Choose a claim and press Enter, or ask for a new one with the button below."),
        N_("The fund's figures say whether it can keep what it has promised."),
        _DECIDED,
    ),
    "claim": (
        N_("This page is about one claim: what was asked for, who confirms it, what is paid."),
        N_("Read the claim, then write the decision with its number."),
        _INK,
        _DECIDED,
    ),
    "claim_request": (
        N_("Here a member asks the welfare fund for help."),
        N_("Choose the member and the event; the amount follows from the table of benefits."),
        _INK,
        _NOT_YET,
    ),
    "pensions": (
        N_("Here the pensions of a month are paid to all who have a right to one."),
        N_("Look through the list, and take out whoever is not to be paid."),
        _INK,
        _BACK,
    ),
    "account": (
        N_("Here a fund, a bank account or a network body begins, changes or ends."),
        N_("Write its name, the day, and the number of the decision."),
        _INK,
        N_("A wrong name or rate is changed here; older papers keep theirs."),
    ),
    "bank": (
        N_("Here our book is compared with the book of the bank."),
        N_("Type the balance of the bank's book, and tick each line that it shows."),
        _INK,
        N_("A line that was not ticked waits for the next comparison."),
    ),
    "borrowing": (
        N_("Here is written what was agreed with a lender, or with a group that borrows."),
        N_("Choose which way the money goes, then write the amount, the interest and the months."),
        _INK,
        N_("The money itself is written as a movement when it comes or goes."),
        N_("Agreed and never moved, it does no harm: write down a new agreement."),
    ),
    "books": (
        N_("Here are all entries, the months, the minutes, and the book as it was on any day."),
        N_("Choose a leaf at the top, then a line; Enter shows the whole entry."),
        N_("Nothing is ever rubbed out: the trail says who wrote what, and when."),
        _FIGURE,
        _BACK,
    ),
    "welcome": (
        N_("Here a new group begins its book, or an old book is opened."),
        N_("Go from page to page with the button at the bottom right."),
        N_("What you type is kept on this computer at once. You may stop and go on another day."),
        N_("Go back to any page and type it again; the book begins only with the last page."),
    ),
    "settings": (
        N_("Here are the group, its committee, its rules, the PINs, and this computer."),
        N_("Choose a part at the left."),
        N_("A change of the rules holds from its day on; the past stays as it was."),
        _AGAIN,
    ),
    "meeting": (
        N_("Here a meeting is held, step by step, from the first count of the box to signing."),
        N_("Follow the steps at the top from left to right."),
        _PENCIL,
        N_("In pencil: type over it, or empty the cell with Del."),
        N_("After signing: take the entry back, or two officers open the last meeting again."),
        N_("A sheet that was put away is put back with F9: open it in the list of all sheets."),
    ),
    "members": (
        N_("Here are all members, with what each has saved and owes."),
        N_("Type a part of a name or number above the list; Enter opens a member."),
        _FIGURE,
        N_("A wrong name is put right on the member's own page."),
    ),
    "bring_in": (
        N_("Here members and past years are brought in from the group's own tables."),
        N_("Choose the file, and say what each column is."),
        N_("Every row is tried first, and nothing is written until all of them are right."),
        N_("Put wrong rows right in the file or in the list, and try again."),
    ),
    "member": (
        N_("This page is about one member: who it is, what was saved, what is owed."),
        N_(
            "The buttons at the bottom lead to the member's passbook, loans, and life in the group."
        ),
        N_("A change of the member's name, house or telephone holds from today on."),
        _AGAIN,
        _BACK,
    ),
    "member_life": (
        N_(
            "Here is written when a member goes on leave, gives notice, leaves, dies, or "
            "comes back."
        ),
        N_("Choose what happened, its day, and the number of the decision."),
        N_("Before anything is written, the settlement is shown to the last kip."),
        _INK,
        N_("The newest of these can be taken back with a reason while nothing stands on it."),
    ),
    "candidates": (
        N_("Here are those who asked to join, until a meeting has decided."),
        N_("Write down who asks; later choose the name, and write what the meeting decided."),
        _INK,
        _DECIDED,
    ),
    "households": (
        N_("Here are the households, and which members live in each."),
        N_("Choose a member, and the household to which the member belongs."),
        _INK,
        N_("Was it the wrong house? Move the member again; nothing is lost."),
    ),
    "hand_over": (
        N_("Here a new committee is elected, and everything is handed over to it."),
        N_("Count the box together, then write who takes which office."),
        _INK,
        N_("A wrong name in an office is put right by another hand-over."),
    ),
    "loans": (
        N_("Here are all loans: asked for, waiting, running, late, and paid back."),
        N_("Choose a pile at the top, and a loan in the list; Enter opens it."),
        N_("A new loan begins with the button at the bottom right."),
        _FIGURE,
    ),
    "loan": (
        N_("This page is about one loan: its terms, its schedule, and everything that was paid."),
        N_("The button at the bottom right is the next step of this loan."),
        N_("A loan that is paid at the end asks for its interest then; paying earlier counts too."),
        _INK,
        _BACK,
        _DECIDED,
    ),
    "waiting": (
        N_("Here is who waits for a loan when there is not enough cash for all."),
        N_("The order is the group's own. Whoever puts somebody first writes down why."),
        _INK,
        N_("The order can be changed again; each change stays to be seen."),
    ),
    "arrears": (
        N_("Here is who is late, for how long, with how much, and who stands for the loan."),
        N_("Speak first with those at the top; their telephone and guarantors stand beside."),
        _FIGURE,
        _LOOK,
    ),
    "circles": (
        N_("Here are members who stand for each other in a circle: if one falls, all fall."),
        N_("Choose a circle to see its loans."),
        _LOOK,
    ),
    "household": (
        N_("Here is everything that one household saves, owes and stands for."),
        N_("Look here before another loan goes to the same house."),
        _FIGURE,
        _LOOK,
    ),
    "loan_request": (
        N_("Here a member asks for a loan."),
        N_("Choose who asks, how much, what for, and who stands for the loan."),
        N_("At the right stands at once what the rules say, and what the member would pay."),
        _INK,
        _NOT_YET,
    ),
    "savings_interest": (
        N_("Here the interest on savings is credited to all members at once."),
        N_("Look through the list; it is worked out by the rules."),
        _INK,
        _BACK,
    ),
    "year_end": (
        N_("Here a year is closed: its profit, what the funds get, and each dividend."),
        N_("Begin with what is still missing, then read the plan aloud before the meeting."),
        N_("Other percentages can be tried side by side; nothing is written by trying."),
        N_("Two officers close the year. After that nobody can change it."),
        N_("What is found out later about a closed year is written in the new year."),
    ),
    "dividends": (
        N_("Here each member takes the dividend: in cash, into savings, or against a debt."),
        N_("Choose a member, and how the member takes it."),
        _INK,
        _BACK,
    ),
    "year_words": (
        N_("Here are the words of the annual statement that the committee writes itself."),
        N_("Write in short sentences what the year was like."),
        N_("The words are kept with the year and printed in its statement."),
        _AGAIN,
    ),
    "booklets": (
        N_("Here each member's booklet is kept: given out, printed, full, or lost."),
        N_("Put the booklet into the printer as the picture shows, and print the new lines."),
        N_("What was printed is noted, so that no line is printed twice."),
        N_("A line that came out badly can be printed once more on the next one."),
    ),
    "papers": (
        N_("Here is every paper that can be printed or saved as a file."),
        N_("Choose a paper at the left, and answer its questions; it is seen at the right."),
        _LOOK,
        N_("Is a figure on the paper wrong? Put it right in the book, and print again."),
    ),
    "paper_texts": (
        N_("Here the group changes the words of its own contracts and forms."),
        N_("Choose a paper and a part of it, and write the group's own words."),
        N_("The words hold from the day on which they were agreed; older papers keep theirs."),
        _AGAIN,
    ),
    "network_sheet": (
        N_("Here is the group's sheet for the zone, the district and the Women's Union."),
        N_("Look through each figure; what does not add up is named."),
        N_("Save it as one file on the stick, with its check code."),
        _FIGURE,
    ),
    "network": (
        N_("Here the sheets of many groups are read and added up."),
        N_("Choose the folder in which the files of the groups lie."),
        N_("A file that is damaged, or there twice, is named and left out."),
        N_("Ask that group for its file again, and read the folder once more."),
    ),
    "copies": (
        N_("Here are the copies of the book, on this computer and on the sticks."),
        N_("Put in the stick and make a copy. Keep the stick in another house."),
        N_("Look into a copy before it takes the place of the book."),
        N_("The book that was replaced is kept too, so that this can be turned round."),
    ),
    "rescue": (
        N_("Here a damaged book is saved from its copies and from what can still be read."),
        N_("Choose the newest copy that is whole."),
        N_("The damaged book is never touched; it stays beside the new one."),
    ),
    "compare": (
        N_("Here a book is compared with a copy of it, entry by entry."),
        N_("Choose the other file; what only one of the two has is shown."),
        _LOOK,
    ),
}
"""By the name of the page in `ui.screens.places`."""
