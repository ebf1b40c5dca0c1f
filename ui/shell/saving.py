"""The one way in which a file leaves the program: the person says where, and the audit trail keeps what it contains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.core.language import tr
from ui.shell.context import Context
from ui.shell.worker import Progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileWanted:
    """What the person is asked: `title` over the question, `name` as proposed, `kinds` of files.

    `contains` says in words what leaves the program, with the people in it if there are any.
    """

    title: str
    name: str
    kinds: str
    contains: str


def workbook(title: str, name: str, contains: str) -> FileWanted:
    """A workbook of Excel."""
    return FileWanted(title, name, tr("Excel workbook (*.xlsx)"), contains)


def save_file(context: Context, wanted: FileWanted, write: Callable[[Path], T]) -> tuple[Path, T] | None:
    """Ask where, write and note it; nothing where the person backed out. Raises what `write` raises."""
    path = context.questions.file_to_save(wanted.title, wanted.name, wanted.kinds)
    if path is None:
        return None
    written = write(path)
    context.office.trail.note_saved(context.actor, path.name, wanted.contains)
    return path, written


def save_meanwhile(
    context: Context,
    wanted: FileWanted,
    write: Callable[[Path, Progress], T],
    done: Callable[[Path, T], object],
    failed: Callable[[BaseException], object],
) -> None:
    """The same off the window's thread."""
    path = context.questions.file_to_save(wanted.title, wanted.name, wanted.kinds)
    if path is None:
        return

    def noted(written: T) -> None:
        context.office.trail.note_saved(context.actor, path.name, wanted.contains)
        done(path, written)

    context.worker.run(tr("Saving {file}").format(file=path.name), partial(write, path), noted, failed)
