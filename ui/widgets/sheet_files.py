"""The workbooks that a page of imports writes: the template, and the rows that stayed out, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.core.errors import Trouble
from app.core.language import tr
from app.sheets.write_sheet import write_bad_rows
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.saving import save_file, workbook
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sheet_kind import SheetKind


class SheetFiles:
    """Asks where to save; what cannot be written is said on the strip `told`."""

    def __init__(self, context: Context, kind: SheetKind, told: NoteStrip) -> None:
        self._context, self._kind, self._told = context, kind, told

    def save_template(self) -> None:
        """An empty sheet with examples."""
        contains = tr("Template with invented examples")
        self._save_as(tr("Save a template"), self._kind.words.template, contains, self._kind.save_template)

    def save_wrong_rows(self, wrong: Any) -> None:
        """The rows of a preview, or of an import, that stayed out; each says why."""
        name = tr("{file} wrong rows.xlsx").format(file=Path(wrong.sheet.file).stem)
        title = tr("Why not imported")
        contains = tr("Rows of “{file}” that were not imported, with everything that stands in them")
        self._save_as(
            tr("Save the wrong rows"),
            name,
            contains.format(file=wrong.sheet.file),
            lambda path: write_bad_rows(path, wrong.sheet, wrong.bad, title, say),
        )

    def _save_as(self, title: str, name: str, contains: str, write: Callable[[Path], object]) -> None:
        try:
            saved = save_file(self._context, workbook(title, name, contains), write)
        except Trouble as trouble:
            self._told.say(say(trouble), Mood.DANGER)
            return
        if saved is not None:
            self._context.messages.done(tr("Saved as {file}").format(file=saved[0]))
