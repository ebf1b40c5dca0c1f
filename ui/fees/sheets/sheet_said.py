"""What is said after an import of the fees room."""

from __future__ import annotations

from app.core.language import tr
from app.fees.opening.sheet_results import SheetResult
from ui.widgets.sheet_words import rows_words


def stayed_out(result: SheetResult) -> str:
    """What of the sheet did not come in."""
    return (
        tr("; {rows} stayed out, each with its reason").format(rows=rows_words(len(result.bad))) if result.bad else ""
    )
