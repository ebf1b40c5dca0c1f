"""The switch for days when online payment is down: on, the notice, off with a summary."""

from __future__ import annotations

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.core.show import show_money, show_time
from app.counter.methods import NAMES
from app.counter.outages.online import OnlineSummary
from ui.counter.notices import Notice
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood


class OnlineSwitch:
    """Turns it, and says at the counter what to tell residents."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def turn(self) -> None:
        """Down if it worked, back if it was down."""
        online = self._context.office.online_payment
        try:
            if online.down() is None:
                online.is_down(self._context.actor)
                self._context.messages.done(tr("Online payment is switched off; the counter shows what to say."))
            else:
                summary = online.is_back(self._context.actor)
                self._context.questions.tell(tr("Online payment works again"), summary_words(summary))
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._context.changes.announce("outage", by=self)

    def show_notice(self) -> None:
        """The notice for the counter, to be printed or saved."""
        from app.counter.papers.online_notice import PAPER, TITLE, online_notice_pdf  # noqa: PLC0415 - drawing
        from ui.printing.paper_desk import ReadyPaper, show_paper  # noqa: PLC0415 - as above

        try:
            facts = self._context.office.online_payment.notice()
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            return
        show_paper(self._context, ReadyPaper(TITLE, online_notice_pdf(facts), PAPER))

    def banner(self) -> Notice | None:
        """What the counter shows while it is down."""
        down = self._context.office.online_payment.down()
        if down is None:
            return None
        since = tr("Online payment is down since {time}").format(time=f"{down.since:%H:%M}")
        return Notice(tr("Say: “{words}”").format(words=down.words), Mood.WARN, "triangle-alert", since)


def summary_words(summary: OnlineSummary) -> str:
    """What was taken at the counter while it was down."""
    head = tr("From {since} to {until}.").format(since=show_time(summary.since), until=show_time(summary.until))
    if not summary.methods:
        return head + "\n" + tr("No payment was taken at the counter in that time.")
    lines = [
        tr_n("{method}: {n} payment, {amount}", "{method}: {n} payments, {amount}", one.payments).format(
            method=tr(NAMES[one.method]), n=one.payments, amount=show_money(one.amount, sign=True)
        )
        for one in summary.methods
    ]
    total = tr("Together: {amount}").format(amount=show_money(summary.amount, sign=True))
    return "\n".join((head, *lines, total))
