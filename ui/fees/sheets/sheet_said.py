"""What is said around an import of the fees room: before it, after it, and by whom it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.ids import UserId
from app.core.language import tr
from app.fees.opening.sheet_results import SheetPreview, SheetResult
from ui.fees.sheets.sheet_preview import rows_words
from ui.shell.context import Context


def people_of(context: Context) -> Mapping[UserId, str]:
    """Who works here, by id."""
    return {one.id: one.name for one in context.office.people.listed()}


def hint_words(preview: SheetPreview[Any]) -> str:
    """What to know before F9."""
    if not preview.bad:
        return tr("All or nothing: if anything breaks off, nothing is imported.")
    return tr("The good rows come in together; the wrong ones can then be saved as a sheet, each with its reason.")


def stayed_out(result: SheetResult) -> str:
    """What of the sheet did not come in."""
    return (
        tr("; {rows} stayed out, each with its reason").format(rows=rows_words(len(result.bad))) if result.bad else ""
    )
