"""The options of the window on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.core.language import LANGUAGES
from ui.shell.start import Options
from ui.widgets.sizes import LARGEST, SMALLEST


def read_options(words: Sequence[str]) -> Options:
    """The options in these words; a wrong one ends the program with what is right."""
    if not words:
        return Options()
    import argparse  # noqa: PLC0415 - read only where there is something to read

    parser = argparse.ArgumentParser(prog="property-counter")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--view", type=Path)
    parser.add_argument("--scale", type=_percent, metavar=f"{SMALLEST}-{LARGEST}")
    asked = parser.parse_args(list(words))
    return Options(asked.data, asked.lang, asked.theme, asked.scale, asked.view)


def _percent(text: str) -> int:
    percent = int(text)
    if not SMALLEST <= percent <= LARGEST:
        raise ValueError(text)
    return percent
