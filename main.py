"""The program: hands what was typed behind its name to the command line, which opens the window."""

import sys

from ui.command_line import main

if __name__ == "__main__":
    sys.exit(main())
