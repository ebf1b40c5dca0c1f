"""The program's entrance: without a command the window opens, a command is handed over."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OPTIONS = ("--data", "--lang", "--theme", "--scale", "--view")


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or carry out the command that the words ask for; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = _command(words)
    if command == "screenshots":
        from ui.shell.screenshots import run_screenshots  # noqa: PLC0415 - only what the words ask for is read

        return run_screenshots(words)
    if command or "--help" in words or "-h" in words:
        from app.cli import run  # noqa: PLC0415 - as above
        from ui.sentences import say  # noqa: PLC0415 - as above

        return run(words, say)
    from ui.shell.command_line import read_options  # noqa: PLC0415 - as above
    from ui.shell.start import start  # noqa: PLC0415 - as above

    return start(read_options(words))


def _command(words: Sequence[str]) -> str:
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = word in _OPTIONS
        else:
            return word
    return ""


if __name__ == "__main__":
    sys.exit(main())
