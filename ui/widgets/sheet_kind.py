"""What differs from one kind of sheet to another: how it is read, written, shown and taken back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import BatchId
from ui.shell.actions import Action
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.sheet_batches import SheetBatches
from ui.widgets.sheet_words import nothing_words


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a page of imports says of its sheets: its title, what to do first, the template's name, who may import."""

    title: str
    hint: str
    template: str
    permissions: tuple[Permission, ...] = (Permission.IMPORT,)


class PreviewPane(Protocol):
    """What the page asks of the pane that shows a preview."""

    def show_preview(self, preview: Any) -> None: ...
    def take_focus(self) -> None: ...


class SheetKind(ABC):
    """One kind of sheet; `name` begins the names of its actions, `batches` lists the imports so far."""

    name: str
    words: SheetWords
    batches: SheetBatches[Any]
    pane: QWidget

    @abstractmethod
    def read(self, path: Path, progress: Progress) -> object:
        """A preview of the sheet."""

    @abstractmethod
    def bring_in(self, path: Path, progress: Progress) -> object:
        """Import the good rows."""

    @abstractmethod
    def take_back(self, batch_id: BatchId, approval: Approval | None) -> object:
        """Take an import back."""

    @abstractmethod
    def save_template(self, path: Path) -> None:
        """Save an empty sheet with examples."""

    @abstractmethod
    def read_batches(self) -> Sequence[Any]:
        """The imports so far."""

    @abstractmethod
    def coming(self, preview: Any) -> int:
        """How many rows F9 brings in."""

    def nothing_words(self, preview: Any) -> str:
        """Why none would come in, and what to do."""
        return nothing_words(bad=bool(preview.bad))

    @abstractmethod
    def import_words(self, preview: Any) -> tuple[str, str]:
        """What the button says over a preview, and the hint beside it."""

    @abstractmethod
    def result_words(self, result: Any) -> str:
        """What an import did."""

    @abstractmethod
    def question_words(self, batch: Any) -> tuple[str, str]:
        """What is asked before an import is taken back, and what that means."""

    @abstractmethod
    def taken_words(self, taken: Any) -> tuple[str, Mood]:
        """What taking an import back did."""

    def extra_actions(self) -> Sequence[Action]:
        """More buttons beside the template."""
        return ()

    def choice(self) -> QWidget | None:
        """What stands above the imports so far, where the page is one of several."""
        return None
