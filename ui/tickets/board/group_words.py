"""Words and icons of the chips above the board."""

from __future__ import annotations

from app.core.language import mark
from app.tickets.lists.filters import Group

GROUPS: dict[Group, str] = {
    Group.OPEN: mark("Open"),
    Group.TO_ASSIGN: mark("To assign"),
    Group.IN_WORK: mark("In work"),
    Group.WAITING: mark("Paused"),
    Group.SOON: mark("Soon"),
    Group.OVERDUE: mark("Overdue"),
    Group.TO_CLOSE: mark("To be closed"),
    Group.TO_CALL: mark("To call back"),
    Group.CLOSED: mark("Closed"),
    Group.GONE: mark("Cancelled or merged"),
    Group.ALL: mark("All tickets"),
}
ICONS = {Group.WAITING: "pause", Group.SOON: "hourglass", Group.OVERDUE: "triangle-alert"}
BOARD = (Group.OPEN, Group.TO_ASSIGN, Group.IN_WORK, Group.WAITING, Group.SOON, Group.OVERDUE)
"""The chips that always show; the others come by the filter or by their key."""
KEYS: dict[Group, str] = {
    **{group: f"Alt+{number}" for number, group in enumerate(BOARD, 1)},
    Group.TO_CLOSE: "Alt+7",
    Group.TO_CALL: "Alt+E",
    Group.CLOSED: "Alt+8",
    Group.GONE: "Alt+9",
    Group.ALL: "Alt+0",
}
