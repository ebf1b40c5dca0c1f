"""The pages of the tab beside the running screen: what each is called, its key, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.language import mark
from ui.shell.context import Context
from ui.shell.late_page import make_page


@dataclass(frozen=True, slots=True)
class WayIn:
    """One page, read only when it is first asked for.

    Its class takes a Context; `begin()` is called each time it is shown, and its signal `left` leads back.
    """

    name: str
    title: str
    keys: str
    module: str
    page: str

    def make(self, context: Context) -> QWidget:
        """Read the page's file and make the page."""
        return make_page(self.module, self.page, context)


_JOURNAL = WayIn(
    "journal", mark("Journal of incidents"), "Ctrl+Shift+J", "ui.incidents.journal.journal_page", "JournalPage"
)
HOME = _JOURNAL
"""What stands there while nothing runs."""

WAYS_IN: tuple[WayIn, ...] = (
    _JOURNAL,
    WayIn("contacts", mark("Emergency numbers"), "Ctrl+Shift+N", "ui.incidents.contacts.contacts_page", "ContactsPage"),
    WayIn(
        "organisation",
        mark("Organisation"),
        "Ctrl+Shift+G",
        "ui.incidents.organisation.organisation_page",
        "OrganisationPage",
    ),
    WayIn("plans", mark("Incident plans"), "Ctrl+Shift+M", "ui.incidents.plans.plans_page", "PlansPage"),
    WayIn("drills", mark("Drills"), "Ctrl+Shift+D", "ui.incidents.drills.drills_page", "DrillsPage"),
)
