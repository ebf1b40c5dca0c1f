"""The page of discounts: the rules, what they give, and the form for a new one."""

from __future__ import annotations

from app.core.language import tr
from ui.shell.context import Context
from ui.widgets.sub_page import SubPage

KEYS = "fees.discounts"


class DiscountPage(SubPage):
    """All rules with their days; a new one is made beside a worked example, a rule is ended, never edited."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Discounts"))
        self.setAccessibleName(tr("Discounts"))

    def load(self) -> None:
        """Read and show all rules."""
