"""The report as a workbook: every line of the log, the steps, calls, people, losses and follow-up work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from app.core.language import language, mark, tr
from app.core.money import Money
from app.incidents.plans.plan import Both
from app.incidents.reports.line_words import review_words, summary
from app.incidents.reports.report_facts import ReportFacts
from app.incidents.running.entry import EntryKind
from app.incidents.words.lines import answer_words, line_hand, line_kind, line_text
from app.incidents.words.names import ROLES, SEVERITIES, STATES
from app.sheets.write_list import ListPage

_LINES = (mark("No."), mark("Happened at"), mark("Put down at"), mark("Kind"), mark("What"), mark("Hand"))
_STEPS = (
    mark("Page"),
    mark("Step of the plan"),
    mark("Critical"),
    mark("State"),
    mark("Settled at"),
    mark("Hand"),
    mark("Seen"),
)
_CALLS = (mark("Called at"), mark("Call"), mark("Hand"))
_PEOPLE = (mark("Whose name"), mark("Telephone"), mark("Unit"), mark("Condition"), mark("Consents"))
_LOSSES = (mark("Unit"), mark("What was lost"), mark("Estimate (yuan)"))
_TICKETS = (mark("Ticket"), mark("What"), mark("Answers for it"), mark("Due at"))


def report_pages(facts: ReportFacts) -> list[ListPage]:
    """One page for each part; the first one says what the head of the paper says."""
    people = [(one.name, one.phone, one.unit, one.condition, _yes(yes=one.consents)) for one in facts.people]
    follow_ups = [(one.number, one.text, one.owner, one.due) for one in facts.follow_ups]
    return [
        ListPage(tr("Incident"), [tr("Fact"), tr("Value")], list(_head(facts))),
        _page(mark("Log"), _LINES, _log(facts)),
        _page(mark("Steps"), _STEPS, _steps(facts)),
        _page(mark("Calls"), _CALLS, _calls(facts)),
        _page(mark("People"), _PEOPLE, people),
        _page(mark("Losses"), _LOSSES, ((one.unit, one.what, _yuan(one.amount)) for one in facts.losses)),
        _page(mark("Follow-up work"), _TICKETS, follow_ups),
    ]


def _page(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> ListPage:
    return ListPage(tr(title), [tr(head) for head in heads], list(rows))


def _head(facts: ReportFacts) -> Iterator[tuple[str, object]]:
    view, closing = facts.view, facts.closing
    yield tr("Number"), view.number
    yield tr("Plan"), _said(view.plan.name)
    yield tr("Version"), view.plan.version
    yield tr("Where it is"), view.place
    yield tr("Real or drill"), tr("drill") if view.is_drill else tr("real")
    yield tr("Severity"), _said(SEVERITIES[view.severity])
    yield tr("Who reported it"), view.reporter
    yield tr("Began"), view.started_at
    yield tr("Ended at"), view.closed_at
    yield from ((_said(ROLES[role]), name) for role, name in view.roles.items())
    yield tr("In short"), summary(facts)
    if closing is not None:
        yield tr("Result"), closing.result
        yield tr("Hurt"), closing.hurt
        yield tr("Costs (yuan)"), _yuan(closing.costs)
        yield tr("Cause"), closing.cause
    yield tr("Review"), review_words(facts)
    yield tr("Lines of the log"), facts.chained.lines
    yield tr("Fingerprint of the log"), facts.chained.head


def _log(facts: ReportFacts) -> Iterator[Sequence[object]]:
    for entry in facts.view.entries:
        what, kind = _said(line_text(entry, facts.view.plan)), _said(line_kind(entry))
        yield entry.no, entry.happened_at, entry.at, kind, what, _said(line_hand(entry))


def _steps(facts: ReportFacts) -> Iterator[Sequence[object]]:
    titles = {page.id: _said(page.title) for page in facts.view.plan.pages}
    for one in facts.view.progress.steps:
        seen = _said(answer_words(one.step, one.answers))
        words = " · ".join(part for part in (seen, one.words) if part)
        state = _said(STATES[one.state])
        critical = _yes(yes=one.step.critical)
        yield titles[one.page], _said(one.step.text), critical, state, one.settled_at, one.by, words


def _calls(facts: ReportFacts) -> Iterator[Sequence[object]]:
    for entry in facts.view.entries:
        if entry.kind is EntryKind.CALLED:
            yield entry.happened_at, _said(line_text(entry, facts.view.plan)), _said(line_hand(entry))


def _said(both: Both) -> str:
    return both.en if language() == "en" else both.zh


def _yes(*, yes: bool) -> str:
    return tr("Yes") if yes else ""


def _yuan(amount: Money | None) -> Decimal | None:
    return None if amount is None else Decimal(amount.fen).scaleb(-2)
