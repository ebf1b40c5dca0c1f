"""The drills of a year as sheets, in the person's language."""

from __future__ import annotations

from app.core.language import language, mark, tr
from app.incidents.drills.drill_rule import Due
from app.incidents.drills.overview import YearOverview, grade_counts
from app.incidents.plans.plan import Both
from app.sheets.write_list import ListPage

DUE_WORDS = {Due.IN_TIME: mark("in time"), Due.SOON: mark("due soon"), Due.OVERDUE: mark("overdue")}


def overview_pages(overview: YearOverview) -> tuple[ListPage, ...]:
    """Plans, drills, findings and people, each on a page."""
    return (_plans(overview), _drills(overview), _findings(overview), _people(overview))


def _said(both: Both) -> str:
    return both.en if language() == "en" else both.zh


def _plans(overview: YearOverview) -> ListPage:
    heads = [tr("Plan"), tr("Every so many months"), tr("Played this year"), tr("Due by"), tr("State")]
    rows = [
        [
            _said(one.name),
            one.standing.months,
            len(one.days),
            one.standing.due_on,
            tr(DUE_WORDS[one.standing.due]),
        ]
        for one in overview.plans
    ]
    return ListPage(tr("Plans"), heads, rows)


def _drills(overview: YearOverview) -> ListPage:
    heads = [tr("Day"), tr("Number"), tr("Plan"), tr("Place"), tr("People"), tr("Good"), tr("Fair"), tr("Poor")]
    rows: list[list[object]] = []
    for one in overview.drills:
        said = one.evaluation
        counts = grade_counts(said) if said is not None else ("", "", "")
        people = len(said.attendances) if said is not None else ""
        rows.append([one.started_at, one.number, _said(overview.names[one.code]), one.place, people, *counts])
    return ListPage(tr("Drills"), heads, rows)


def _findings(overview: YearOverview) -> ListPage:
    heads = [tr("Number"), tr("Found"), tr("Owner"), tr("Due by"), tr("Ticket")]
    rows = [[drill.number, one.text, one.owner, one.due_on or "", one.ticket] for drill, one in overview.findings]
    return ListPage(tr("Findings"), heads, rows)


def _people(overview: YearOverview) -> ListPage:
    heads = [tr("Person"), tr("Day"), tr("Plan"), tr("Role"), tr("Number")]
    rows = [[one.person, one.day, _said(overview.names[one.code]), one.role, one.number] for one in overview.trainings]
    return ListPage(tr("Training record"), heads, rows)
