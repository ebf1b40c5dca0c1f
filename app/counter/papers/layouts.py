"""The layouts in force: those shipped with the program, and an office's own copies of them in its data folder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

from app.counter.papers.layout_checks import check_roll, check_sheet
from app.counter.papers.receipt_layouts import ReceiptLayout, RollLayout
from app.paper.layout_file import read_layout
from app.paper.profiles import PaperProfile
from app.paper.refusals import LayoutUnreadable

L = TypeVar("L", ReceiptLayout, RollLayout)

FOLDER = "papers"
"""Where in the data folder an office keeps its own."""


class Layouts:
    """`folder` holds the office's own files, named as the shipped ones (`241x93.toml`); it need not exist."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def sheet(self, profile: PaperProfile) -> ReceiptLayout:
        """How a receipt stands on a paper of fixed size.

        Raises LayoutUnreadable, LayoutWrong or LayoutTextTooSmall for a file of the office's own.
        """
        return self._own(ReceiptLayout, profile) or _shipped(ReceiptLayout, profile)

    def roll(self, profile: PaperProfile) -> RollLayout:
        """How a receipt stands on a roll; raises as `sheet` does."""
        return self._own(RollLayout, profile) or _shipped(RollLayout, profile)

    def _own(self, kind: type[L], profile: PaperProfile) -> L | None:
        if self._folder is None:
            return None
        file = self._folder / f"{profile.name}.toml"
        try:
            text = file.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise LayoutUnreadable(str(file), str(error)) from error
        return _checked(kind, text, profile, str(file))


SHIPPED = Layouts()


@cache
def _shipped(kind: type[L], profile: PaperProfile) -> L:
    name = f"{profile.name}.toml"
    text = (resources.files("resources") / "papers" / name).read_text(encoding="utf-8")
    return _checked(kind, text, profile, name)


def _checked(kind: type[L], text: str, profile: PaperProfile, file: str) -> L:
    layout = read_layout(kind, text, file)
    if isinstance(layout, ReceiptLayout):
        check_sheet(layout, profile, file)
    else:
        check_roll(layout, profile, file)
    return layout
