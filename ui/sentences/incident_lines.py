"""A line of a log in the person's language; the words stand in `app.incidents.words`, which the papers read too."""

from __future__ import annotations

from app.incidents.plans.plan import Plan
from app.incidents.running.entry import Entry
from app.incidents.words.lines import line_hand, line_kind, line_text
from ui.sentences.incidents import said


def kind_said(entry: Entry) -> str:
    """The bold word of a line."""
    return said(line_kind(entry))


def line_said(entry: Entry, plan: Plan) -> str:
    """What it says."""
    return said(line_text(entry, plan))


def hand_said(entry: Entry) -> str:
    """Whose hand it was."""
    return said(line_hand(entry))
