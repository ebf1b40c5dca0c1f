"""The text of a plan's file → the plan; what does not fit is refused with its page and step."""

from __future__ import annotations

import tomllib
from datetime import date

from app.incidents.plans.plan import (
    Ask,
    AskKind,
    Both,
    Branch,
    Hiding,
    Link,
    Option,
    Page,
    Place,
    Plan,
    PlanKind,
    PlanRole,
    Severity,
    Step,
    Timer,
)
from app.incidents.plans.refusals import PlanNotRead, Unread
from app.incidents.plans.toml_table import TomlTable


def read_plan(file: str, text: str) -> Plan:
    """The plan that a file writes; PlanNotRead says what has not its form. The rules of a plan are checked apart."""
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise PlanNotRead(file, "", "", Unread.NOT_TOML, str(fault)) from fault
    table = TomlTable(file, values)
    plan = Plan(
        code=table.text("code"),
        version=table.take("version", int),
        dated=table.take("dated", date),
        review_months=table.take("review_months", int),
        digit=table.maybe("digit", int),
        letters=table.text("letters"),
        kind=table.word("kind", PlanKind),
        severity=table.word("severity", Severity),
        name=table.both("name"),
        use_when=table.both("use_when"),
        place=table.word("place", Place),
        roles=_roles(table),
        contacts=table.words("contacts"),
        never=table.each("never", _both),
        basis=table.words("basis"),
        timers=table.each("timer", _timer),
        pages=tuple(_page(table, values) for values in table.take("page", list)),
        after=table.each("after", _after),
    )
    table.nothing_else()
    return plan


def _roles(table: TomlTable) -> tuple[PlanRole, ...]:
    words = table.words("roles")
    for word in words:
        if word not in set(PlanRole):
            table.refuse(Unread.UNKNOWN_WORD, word)
    return tuple(PlanRole(word) for word in words)


def _both(table: TomlTable) -> Both:
    return table.as_both()


def _after(table: TomlTable) -> Both:
    text = table.both("text")
    table.nothing_else()
    return text


def _timer(table: TomlTable) -> Timer:
    repeats = table.has("every")
    timer = Timer(
        id=table.text("id"),
        minutes=table.take("every" if repeats else "minutes", int),
        repeats=repeats,
        starts=table.take("starts", str),
        ends=table.maybe("ends", str),
        text=table.both("text"),
        when_due=table.both("when_due"),
    )
    table.nothing_else()
    return timer


def _page(plan: TomlTable, values: object) -> Page:
    name = values.get("id") if isinstance(values, dict) else None
    table = plan.at(values, "page", page=str(name or ""))
    page = Page(
        id=table.text("id"),
        title=table.both("title"),
        steps=tuple(_step(table, step) for step in table.take("step", list)),
        opened_by_answer=bool(table.maybe("opened_by_answer", bool)),
    )
    table.nothing_else()
    return page


def _step(page: TomlTable, values: object) -> Step:
    name = values.get("id") if isinstance(values, dict) else None
    table = page.at(values, "step", step=str(name or ""))
    step = Step(
        id=table.text("id"),
        text=table.both("text"),
        role=table.word("role", PlanRole),
        detail=table.maybe_both("detail"),
        critical=bool(table.maybe("critical", bool)),
        target_minutes=table.maybe("target_minutes", int),
        contact=table.maybe("contact", str),
        notice=table.maybe("notice", str),
        asks=table.each("ask", _ask),
        opens=table.each("opens", _branch),
        starts=table.each("starts", _link),
        hidden_by=table.each("hidden_by", _hiding),
        outage=bool(table.maybe("outage", bool)),
    )
    table.nothing_else()
    return step


def _ask(table: TomlTable) -> Ask:
    ask = Ask(
        id=table.text("id"),
        kind=table.word("kind", AskKind),
        text=table.both("text"),
        unit=table.maybe_both("unit"),
        options=table.each("options", _option),
    )
    table.nothing_else()
    return ask


def _option(table: TomlTable) -> Option:
    option = Option(table.text("id"), Both(table.text("zh"), table.text("en")))
    table.nothing_else()
    return option


def _branch(table: TomlTable) -> Branch:
    branch = Branch(table.text("ask"), table.words("is"), table.text("page"))
    table.nothing_else()
    return branch


def _link(table: TomlTable) -> Link:
    link = Link(table.text("ask"), table.words("is"), table.text("plan"))
    table.nothing_else()
    return link


def _hiding(table: TomlTable) -> Hiding:
    hiding = Hiding(table.text("ask"), table.words("is"))
    table.nothing_else()
    return hiding
