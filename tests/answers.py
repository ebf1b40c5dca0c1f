"""Answers to the questions a page asks, prepared by the test; an unexpected question fails it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from ui.shell.question_panel import QuestionPanel

T = TypeVar("T")


class UnexpectedQuestionError(AssertionError):
    """A page asked what the test did not prepare an answer for."""


@dataclass
class Answers:
    """Stands in for `Questions`; `asked` is every question as it was put, in order."""

    asked: list[str] = field(default_factory=list)
    _prepared: list[tuple[str, Any]] = field(default_factory=list)

    def will_confirm(self, *, yes: bool) -> None:
        self._prepared.append(("confirm", yes))

    def will_write(self, text: str | None) -> None:
        self._prepared.append(("ask_text", text))

    def will_approve(self, approval: Approval | Callable[..., Approval] | None) -> None:
        """An approval, or a callable given (permission, what, reason, facts, asked_by)."""
        self._prepared.append(("approve", approval))

    def will_open(self, path: Path | None) -> None:
        self._prepared.append(("file_to_open", path))

    def will_save(self, path: Path | None) -> None:
        self._prepared.append(("file_to_save", path))

    def will_choose_folder(self, path: Path | None) -> None:
        self._prepared.append(("folder_to_open", path))

    def will_read(self) -> None:
        self._prepared.append(("tell", None))

    def will_answer(self, panel: type[QuestionPanel[T]], answer: T | Callable[[Any], T] | None) -> None:
        """The answer to a page's own panel, or a callable that makes it from the panel."""
        self._prepared.append((panel.__name__, answer))

    def all_used(self) -> bool:
        return not self._prepared

    def confirm(self, title: str, text: str, yes: str, no: str = "") -> bool:
        return bool(self._take("confirm", title, text, yes))

    def ask_text(
        self, title: str, label: str, initial: str = "", *, suggestions: Sequence[str] = (), about: object = ""
    ) -> str | None:
        return cast("str | None", self._take("ask_text", title, label, initial))

    def approve(
        self, permission: Permission, what: str, reason: str, facts: Mapping[str, object], asked_by: Actor
    ) -> Approval | None:
        prepared = self._take("approve", what, reason)
        made = prepared(permission, what, reason, facts, asked_by) if callable(prepared) else prepared
        return cast("Approval | None", made)

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        return cast("Path | None", self._take("file_to_open", title, kinds))

    def file_to_save(self, title: str, suggested: str, kinds: str) -> Path | None:
        return cast("Path | None", self._take("file_to_save", title, suggested))

    def folder_to_open(self, title: str) -> Path | None:
        return cast("Path | None", self._take("folder_to_open", title, ""))

    def tell(self, title: str, text: str) -> None:
        self._take("tell", title, text)

    def ask(self, panel: QuestionPanel[T]) -> T | None:
        prepared = self._take(type(panel).__name__, panel.title)
        return cast("T | None", prepared(panel) if callable(prepared) else prepared)

    def _take(self, kind: str, *words: str) -> Any:
        self.asked.append(" | ".join(word for word in words if word))
        if not self._prepared or self._prepared[0][0] != kind:
            raise UnexpectedQuestionError(kind, *words)
        return self._prepared.pop(0)[1]
