"""What the counter keeps while it is not committed: the bill in hand, and what was put aside."""

from ui.shell.draft_keeper import SAVED_WITHIN_MS, Content, DraftKeeper

__all__ = ["ASIDE", "OPEN", "SAVED_WITHIN_MS", "Content", "DraftKeeper"]

OPEN = "counter.bill"
ASIDE = "counter.aside"
