"""Notices: their templates, what was issued, and where it hangs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.tickets import TicketServices

if TYPE_CHECKING:
    from app.notices.issued.notices import Notices
    from app.notices.kept_templates.templates import NoticeTemplates
    from app.notices.postings.postings import Postings


class NoticeServices(TicketServices):
    """What hangs at doors and in lift halls."""

    @cached_property
    def notice_templates(self) -> NoticeTemplates:
        """The templates in use; an office that has none begins with the shipped ones."""
        from app.notices.kept_templates.templates import NoticeTemplates

        templates = NoticeTemplates(self.store, self.clock)
        templates.plant()
        return templates

    @cached_property
    def notices(self) -> Notices:
        """What was issued, and what is issued now."""
        from app.notices.issued.notices import Notices

        return Notices(self.store, self.clock, self.notice_templates)

    @cached_property
    def postings(self) -> Postings:
        """Where each of them hangs."""
        from app.notices.postings.postings import Postings

        return Postings(self.store, self.clock)
