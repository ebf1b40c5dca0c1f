"""The pages beside the journal, each by a button: numbers, organisation, plans, drills."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from ui.incidents.ways_in import HOME, WAYS_IN
from ui.shell.context import Context
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind


def ways_row(context: Context) -> QLayout:
    """A button for every page that the tab around has made known."""
    flow = FlowLayout()
    names = context.actions.names()
    for way in WAYS_IN:
        if way is not HOME and f"incidents.to_{way.name}" in names:
            flow.addWidget(KeyButton(context.actions[f"incidents.to_{way.name}"], Kind.QUIET))
    return flow
