"""Every paper of the program, each declared once, for the window and the command line alike.

To add a paper, write one `Paper(...)` into the PAPERS of its family (passbooks, receipts,
loan_papers, meeting_papers, year_papers, forms). That is all: the page of the papers lists it on
its shelf, asks its questions, shows, saves and prints it, and so does `print BOOK CODE`.

- `asks` are Questions from ui.papers.questions: member(), loan(), sheet(), year(), entry(), day(),
  and tick("without-loans", …) or choice("size", …) for options of the paper's own.
- `read(book, wish, today)` reads the book in the window's thread and may raise a Refusal, which is
  said in place. It returns all that `draw` needs: a statement, never the book.
- `draw(value, words, out, progress, cancelled)` runs beside the window and returns the number of
  pages; `whole(print_annual)` makes one of a function that draws a short paper in one go.
  What draws has its head, feet and tables from reports/shell.py, its sizes from reports/style.py.
- `printed(value, words, pages)` is the act, if any, by which the book remembers that these pages
  were printed.
- Another page opens a paper by `self.go.emit("papers", Wish("receipt", entry=12))`.
- tests/papers prints and looks through every paper by itself; a new or changed one is looked at by
  eye, and its places are kept with `UPDATE_PAPERS=1 pytest tests/papers`.
"""
