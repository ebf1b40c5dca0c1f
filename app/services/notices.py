"""Notices: their templates, what was issued, and where it hangs."""

from __future__ import annotations

from app.services.tickets import TicketServices


class NoticeServices(TicketServices):
    """What hangs at doors and in lift halls."""
