"""Lists and figures leave the program: written or drawn off the window's thread, refused in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.core.errors import Refusal, Trouble
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.saving import FileWanted, save_meanwhile
from ui.shell.worker import Progress

T = TypeVar("T")


def save_workbook(
    context: Context,
    wanted: FileWanted,
    write: Callable[[Path, Progress], T],
    words: Callable[[Path, T], str],
) -> None:
    """Ask for a file and write it; `words` say what was saved where."""

    def done(path: Path, written: T) -> None:
        context.messages.done(words(path, written))

    save_meanwhile(context, wanted, write, done, partial(_failed, context))


def draw_paper(context: Context, title: str, draw: Callable[[], ReadyPaper]) -> None:
    """Draw a paper and show it as it will be printed."""
    context.worker.run(title, lambda _: draw(), partial(show_paper, context), partial(_failed, context))


def _failed(context: Context, error: BaseException) -> None:
    if isinstance(error, Refusal | Trouble):
        context.messages.wrong(say(error))
    else:
        context.worker.failed.emit(error)
