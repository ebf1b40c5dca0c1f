"""The one object for every question and message that needs an answer; tests put their answers in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from ui.shell.question_panel import QuestionPanel

T = TypeVar("T")


class Questions(Protocol):
    """What pages may ask; None always means that the person backed out."""

    def confirm(self, title: str, text: str, yes: str, no: str = "") -> bool:
        """Whether to do what cannot be taken back: name the object and the amount; the safe answer is the default."""
        ...

    def ask_text(
        self, title: str, label: str, initial: str = "", *, suggestions: Sequence[str] = (), about: object = ""
    ) -> str | None:
        """A line of text; `suggestions` are offered beside, `about` which one it is where the title does not tell."""
        ...

    def approve(
        self, permission: Permission, what: str, reason: str, facts: Mapping[str, object], asked_by: Actor
    ) -> Approval | None:
        """A supervisor's yes to `what` (a sentence naming object and amount), by name and password."""
        ...

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """An existing file; `kinds` like "Excel (*.xlsx)"."""
        ...

    def file_to_save(self, title: str, suggested: str, kinds: str) -> Path | None:
        """Where to write a file."""
        ...

    def folder_to_open(self, title: str) -> Path | None:
        """An existing folder."""
        ...

    def tell(self, title: str, text: str) -> None:
        """Something that must be read before going on."""
        ...

    def ask(self, panel: QuestionPanel[T]) -> T | None:
        """A page's own question with a typed answer."""
        ...
