"""The rows of a sheet that cannot come in, each with everything that is wrong with it."""

from __future__ import annotations

from app.core.language import tr
from app.sheets.row_faults import BadRow
from ui.sentences import say
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.table_view import TableView


class BadRowsTable(TableView[BadRow]):
    """Every row with its number in the sheet and all that is wrong with it."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rows that cannot come in"),
            [
                Column(tr("Row"), lambda bad: bad.row.number, Kind.NUMBER),
                Column(tr("What is wrong"), reasons, tone=Tone.DANGER, stretch=True),
            ],
            key=lambda bad: bad.row.number,
            row_height=28,
        )


def reasons(bad: BadRow) -> str:
    """Everything that is wrong with a row, in one line."""
    return " ".join(f"{fault.column}: {say(fault.why)}" if fault.column else say(fault.why) for fault in bad.faults)
