"""What is done with the chosen notice as a whole: printed, sent by hand, followed by another, called off."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.core.language import tr
from app.notices.templates.template import NoticeKind
from ui.notices.board.chosen_notice import ChosenNotice


class NoticeDesk(QObject):
    """`follow_wanted` begins one that follows (id, kind)."""

    follow_wanted = Signal(int, object)

    def __init__(self, chosen: ChosenNotice) -> None:
        super().__init__(chosen)
        self._chosen, self._context = chosen, chosen.context

    def print_papers(self) -> None:
        """Ctrl+P: ask which paper is printed."""
        one = self._chosen.notice()
        if one is not None:
            from ui.notices.papers.notice_printing import ask_and_print  # noqa: PLC0415 - with the first paper

            ask_and_print(self._context, one)

    def copy_message(self) -> None:
        """Ctrl+C: for a group, and logged with the hour as sent there."""
        one = self._chosen.notice()
        if one is None:
            return
        title = tr("The message of {number} is copied").format(number=one.number)
        QGuiApplication.clipboard().setText(one.paper.message)
        label = tr("Sent by hand to; it is logged with the hour")
        channel = self._context.questions.ask_text(
            title, label, "业主群", suggestions=("业主群", "短信", "公众号", "电话")
        )
        if channel is None or not channel.strip():
            return
        if self._chosen.do(lambda: self._context.office.postings.sent(self._context.actor, one.id, channel)):
            self._context.messages.done(tr("Copied, and logged as sent to {channel}").format(channel=channel.strip()))

    def put_off(self) -> None:
        """V."""
        self._follow(NoticeKind.POSTPONED)

    def say_restored(self) -> None:
        """R."""
        self._follow(NoticeKind.RESTORED)

    def call_off(self) -> None:
        """K."""
        one = self._chosen.notice()
        if one is None:
            return
        title = tr("Call {number} off?").format(number=one.number)
        reason = self._context.questions.ask_text(title, tr("Why; the reason stays with it"))
        if reason is not None:
            self._chosen.do(lambda: self._context.office.notices.call_off(self._context.actor, one.id, reason))

    def _follow(self, kind: NoticeKind) -> None:
        one = self._chosen.notice()
        if one is None:
            return
        if kind in self._context.office.notice_templates.newest(one.code).template.kinds:
            self.follow_wanted.emit(one.id, kind)
        else:
            self._chosen.hint(tr("No notice of this kind follows “{title}”.").format(title=one.paper.title))
