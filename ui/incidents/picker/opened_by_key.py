"""What Ctrl+E brings up once somebody is signed in: what runs, the plans, and the places of the estate."""

from __future__ import annotations

from app.core.language import tr
from ui.incidents.picker.pick_rows import Offered
from ui.incidents.picker.picker_panel import PickerPanel, PickFrom
from ui.incidents.picker.place_rows import PlacesOfTheEstate
from ui.shell.context import Context


def picker(context: Context) -> PickerPanel:
    """The picker over the office; it answers the id of the incident that is to be shown."""
    office, actor = context.office, context.actor
    offered = Offered(office.incidents.running(), office.plans.in_use())
    return PickerPanel(
        PickFrom(
            offered,
            PlacesOfTheEstate(office),
            lambda asked: office.incidents.start(actor, asked),
            context.clock,
            tr("What you were doing stays as it is"),
        )
    )
