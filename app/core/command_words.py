"""The words of a command line in the person's language: usage, help, and what was not understood."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from app.core.language import tr

MISTYPED = 2


class SpeakingParser(argparse.ArgumentParser):
    """An argument parser whose own words are translated; ends the program with 2 where it does not understand."""

    def __init__(self, prog: str | None = None, description: str | None = None, **options: Any) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_SpeakingHelp, add_help=False, **options)
        self.given = self.add_argument_group(tr("given"))
        self.options = self.add_argument_group(tr("options"))
        self.options.add_argument("-h", "--help", action="help", help=tr("show this help and stop"))

    def error(self, message: str) -> NoReturn:
        """Say that the words were not understood, with the library's reason, and stop."""
        self.print_usage(sys.stderr)
        said = tr("This was not understood ({reason}). “{program} --help” shows what can be said.")
        self.exit(MISTYPED, said.format(reason=message, program=self.prog) + "\n")


class _SpeakingHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)


def language_in(words: Sequence[str], languages: Sequence[str]) -> str:
    """The language that `--lang` asks for among these words, before anything else is read; else the first."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked in languages and word.startswith("--lang"):
            return asked
    return languages[0]
