"""The forms of a step, of a page's title, of the head of a plan, and of a clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from app.core.language import mark, tr
from app.incidents.plans.contacts import KNOWN_CONTACTS, KNOWN_NOTICES
from app.incidents.plans.plan import Both, Page, Plan, PlanRole, Severity, Step, Timer
from app.incidents.words.names import ROLES, SEVERITIES
from ui.incidents.plans.part_form import PartForm, both_of, maybe_both_of, put
from ui.sentences.incidents import said
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField

NOTICES = {
    "planned-power-cut": mark("Planned power cut"),
    "sudden-power-cut": mark("Sudden power cut"),
    "water-cut": mark("Water cut"),
    "lift-repair": mark("Lift repair"),
    "payment-failure": mark("Payment failure"),
    "network-failure": mark("Network failure"),
    "typhoon": mark("Typhoon and heavy rain"),
    "epidemic": mark("Epidemic"),
    "general": mark("General notice"),
}
_PARTS = " | "
C = TypeVar("C")


class StepForm(PartForm[Step]):
    """What a step says, who does it, whom to call, how soon."""

    def __init__(self) -> None:
        super().__init__(tr("Step of the plan"))
        self.text = self.line(tr("What is done"))
        self.detail = self.area(tr("Detail"), 3)
        self.critical = self.check_box(tr("Critical"), tr("must not be missed"))
        roles = [(said(words), role) for role, words in ROLES.items()]
        self.role: ChoiceField[PlanRole] = self.choice(tr("Whose step"), ChoiceField(tr("Whose step"), roles))
        parties: list[tuple[str, str | None]] = [(tr("nobody"), None)]
        parties += [(said(one.name), key) for key, one in KNOWN_CONTACTS.items()]
        self.contact: ChoiceField[str | None] = self.choice(
            tr("Whom to call"), ChoiceField(tr("Whom to call"), parties)
        )
        self.minutes = self.line(tr("Within minutes"))
        notices: list[tuple[str, str | None]] = [(tr("no notice"), None)]
        notices += [(tr(words), key) for key, words in NOTICES.items() if key in KNOWN_NOTICES]
        self.notice: ChoiceField[str | None] = self.choice(tr("Notice"), ChoiceField(tr("Notice"), notices))
        self.text_en = self.line(tr("In English"))
        self.detail_en = self.area(tr("Detail in English"), 3)
        self.ready()

    def fill(self, part: Step) -> None:
        put(self.text, part.text.zh)
        put(self.text_en, part.text.en)
        put(self.detail, part.detail.zh if part.detail else "")
        put(self.detail_en, part.detail.en if part.detail else "")
        put(self.minutes, "" if part.target_minutes is None else str(part.target_minutes))
        self.critical.setChecked(part.critical)
        self.role.set_value(part.role)
        self.contact.set_value(part.contact if part.contact in KNOWN_CONTACTS else None)
        self.notice.set_value(part.notice if part.notice in NOTICES else None)

    def read(self, part: Step) -> Step:
        return replace(
            part,
            text=both_of(self.text, self.text_en, part.text),
            detail=maybe_both_of(self.detail, self.detail_en),
            critical=self.critical.isChecked(),
            role=self.role.value() or part.role,
            contact=self.contact.value(),
            target_minutes=_minutes(self.minutes, part.target_minutes, may_lack=True),
            notice=self.notice.value(),
        )


class PageForm(PartForm[Page]):
    """The title of a page, and whether only an answer opens it."""

    def __init__(self) -> None:
        super().__init__(tr("Page"))
        self.title = self.line(tr("Title of the page"))
        self.behind = self.check_box(tr("Hidden"), tr("only where an answer opens it"))
        self.title_en = self.line(tr("In English"))
        self.ready()

    def fill(self, part: Page) -> None:
        self.behind.setChecked(part.opened_by_answer)
        put(self.title, part.title.zh)
        put(self.title_en, part.title.en)

    def read(self, part: Page) -> Page:
        title = both_of(self.title, self.title_en, part.title)
        return replace(part, title=title, opened_by_answer=self.behind.isChecked())


class HeadForm(PartForm[Plan]):
    """What a plan is called, when it is used, what is never done, and after how many months it is gone over."""

    def __init__(self) -> None:
        super().__init__(tr("Head of the plan"))
        self.name = self.line(tr("Name"))
        self.use_when = self.line(tr("When to use it"))
        severities = [(said(words), one) for one, words in SEVERITIES.items()]
        field: ChoiceField[Severity] = ChoiceField(tr("Severity"), severities)
        self.severity = self.choice(tr("Severity"), field)
        self.months = self.line(tr("Review after months"))
        self.never = self.area(tr("Never"), 6)
        self.after = self.area(tr("Questions afterwards"), 5)
        self.name_en = self.line(tr("Name in English"))
        self.use_when_en = self.line(tr("When, in English"))
        self.ready()

    def fill(self, part: Plan) -> None:
        put(self.name, part.name.zh)
        put(self.name_en, part.name.en)
        put(self.use_when, part.use_when.zh)
        put(self.use_when_en, part.use_when.en)
        put(self.months, str(part.review_months))
        self.severity.set_value(part.severity)
        for area, texts in ((self.never, part.never), (self.after, part.after)):
            if _lines(area.text()) != texts:
                put(area, "\n".join(f"{text.zh}{_PARTS}{text.en}" for text in texts))

    def read(self, part: Plan) -> Plan:
        return replace(
            part,
            name=both_of(self.name, self.name_en, part.name),
            use_when=both_of(self.use_when, self.use_when_en, part.use_when),
            severity=self.severity.value() or part.severity,
            review_months=_minutes(self.months, part.review_months) or part.review_months,
            never=_lines(self.never.text()),
            after=_lines(self.after.text()),
        )


class ClockForm(PartForm[Timer]):
    """How long a clock runs, from which step to which, and what it says when it is due."""

    def __init__(self) -> None:
        super().__init__(tr("Clock"))
        self.text = self.line(tr("What for"))
        self.minutes = self.line(tr("Minutes"))
        self.repeats = self.check_box(tr("Again"), tr("again and again"))
        self.starts: ChoiceField[str] = self.choice(tr("From"), ChoiceField(tr("From")))
        self.ends: ChoiceField[str | None] = self.choice(tr("Until"), ChoiceField(tr("Until")))
        self.when_due = self.line(tr("When due"))
        self.text_en = self.line(tr("In English"))
        self.when_due_en = self.line(tr("When due, in English"))
        self._froms: list[str] = []
        self._untils: list[str | None] = []
        self.ready()

    def offer(self, plan: Plan) -> None:
        """The steps and pages among which it runs."""
        self._shows = True
        steps = [(said(step.text), step.id) for step in plan.steps()]
        pages = [(tr("opening of “{page}”").format(page=said(page.title)), page.id) for page in plan.pages]
        froms = [(tr("the start of the incident"), ""), *steps, *pages]
        untils: list[tuple[str, str | None]] = [(tr("the end of the incident"), None), *steps]
        self._froms, self._untils = [value for _, value in froms], [value for _, value in untils]
        self.starts.offer(froms)
        self.ends.offer(untils)
        self._shows = False

    def fill(self, part: Timer) -> None:
        put(self.text, part.text.zh)
        put(self.text_en, part.text.en)
        put(self.when_due, part.when_due.zh)
        put(self.when_due_en, part.when_due.en)
        put(self.minutes, str(part.minutes))
        self.repeats.setChecked(part.repeats)
        _choose(self.starts, self._froms, part.starts)
        _choose(self.ends, self._untils, part.ends)

    def read(self, part: Timer) -> Timer:
        starts = self.starts.value()
        return replace(
            part,
            text=both_of(self.text, self.text_en, part.text),
            when_due=both_of(self.when_due, self.when_due_en, part.when_due),
            minutes=_minutes(self.minutes, part.minutes) or part.minutes,
            repeats=self.repeats.isChecked(),
            starts=part.starts if starts is None else starts,
            ends=self.ends.value() if self.ends.currentIndex() >= 0 else part.ends,
        )


def _minutes(field: LineField, before: int | None, *, may_lack: bool = False) -> int | None:
    """A whole number from 1 to 99,999; what cannot be read leaves the former one and says so."""
    text = field.text().strip()
    if not text and may_lack:
        field.show_problem("")
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 99_999:
        field.show_problem("")
        return int(text)
    field.show_problem(tr("Write a whole number."))
    return before


def _lines(text: str) -> tuple[Both, ...]:
    """One text a line: Chinese | English."""
    said_so: list[Both] = []
    for line in text.splitlines():
        zh, _, en = (part.strip() for part in line.partition(_PARTS.strip()))
        if zh:
            said_so.append(Both(zh, en or zh))
    return tuple(said_so)


def _choose(field: ChoiceField[C], offered: Sequence[C], value: C) -> None:
    """Choose what may no longer be there; then nothing is chosen, and the checks say so."""
    field.setCurrentIndex(offered.index(value) if value in offered else -1)
