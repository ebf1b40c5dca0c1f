"""A plan, and what is different between two of its versions, as words to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.language import tr, tr_n
from app.incidents.kept_plans.differences import HeadDifference, StepDifference, StepField, Turn, differences
from app.incidents.kept_plans.local_facts import has_to_be_confirmed
from app.incidents.kept_plans.losses import Lost
from app.incidents.plans.plan import Page, Plan, Step
from app.incidents.plans.reading_time import seconds_to_read
from app.incidents.words.names import KINDS_OF_LISTS, SEVERITIES
from ui.incidents.plans.plan_words import FIELDS, PARTS, TURNS, contact_words, role_words
from ui.incidents.plans.reading import Look, Paragraph
from ui.sentences.incident_kept_plans import what_is_lost
from ui.sentences.incidents import said


def plan_paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """A whole plan in the order of action."""
    yield Paragraph(said(plan.use_when), Look.SMALL, "info")
    kind, severity = said(KINDS_OF_LISTS[plan.kind]), said(SEVERITIES[plan.severity])
    yield Paragraph(tr("{kind}; severity at first: {severity}").format(kind=kind, severity=severity), Look.SMALL)
    for never in plan.never:
        yield Paragraph(tr("Never: {act}").format(act=said(never)), Look.DANGER, "octagon-x")
    for page in plan.pages:
        yield from _page(plan, page)
    if plan.timers:
        yield Paragraph(tr("Clocks"), Look.HEAD)
        for timer in plan.timers:
            every = tr("{text}: every {n} minutes") if timer.repeats else tr("{text}: {n} minutes")
            yield Paragraph(every.format(text=said(timer.text), n=timer.minutes), Look.TEXT, "clock-3")
            yield Paragraph(said(timer.when_due), Look.SMALL, indent=True)
    yield from _listed(tr("Afterwards"), [said(text) for text in plan.after])
    yield from _listed(tr("Basis of the plan"), plan.basis)


def _listed(head: str, texts: Sequence[str]) -> Iterator[Paragraph]:
    if texts:
        yield Paragraph(head, Look.HEAD)
    yield from (Paragraph(text, Look.TEXT) for text in texts)


def _page(plan: Plan, page: Page) -> Iterator[Paragraph]:
    seconds = tr_n("about {n} second to read", "about {n} seconds to read", seconds_to_read(page))
    words = f"{said(page.title)}  ·  {seconds.format(n=seconds_to_read(page))}"
    yield Paragraph(words, Look.HEAD)
    if page.opened_by_answer:
        yield Paragraph(tr("Only where an answer opens it"), Look.SMALL, "split")
    for number, step in enumerate(page.steps, start=1):
        yield from _step(plan, step, number)


def _step(plan: Plan, step: Step, number: int) -> Iterator[Paragraph]:
    yield Paragraph(said(step.text), Look.STEP, number=str(number))
    if step.critical:
        yield Paragraph(tr("critical"), Look.WARN, "triangle-alert", indent=True)
    if step.detail is not None:
        yield Paragraph(said(step.detail), Look.SMALL, indent=True)
    if has_to_be_confirmed(step):
        yield Paragraph(tr("to be confirmed by this office"), Look.WARN, "hourglass", indent=True)
    yield Paragraph(" · ".join(_hands(step)), Look.SMALL, indent=True)
    yield from (Paragraph(text, Look.SMALL, indent=True) for text in (*_asked(step), *_turns(plan, step)))


def _hands(step: Step) -> Iterator[str]:
    """Who, whom to call, how soon."""
    yield role_words(step.role)
    if step.contact is not None:
        yield tr("calls {party}").format(party=contact_words(step.contact))
    if step.target_minutes is not None:
        yield tr("within {n} min").format(n=step.target_minutes)


def _asked(step: Step) -> Iterator[str]:
    """What has to be seen."""
    for ask in step.asks:
        answers = " / ".join(said(option.text) for option in ask.options)
        yield f"{said(ask.text)}{tr(': ')}{answers}" if answers else tr("asks “{what}”").format(what=said(ask.text))


def _turns(plan: Plan, step: Step) -> Iterator[str]:
    """Where answers lead, and which ones hide the step."""
    yield from _opened(plan, step)
    yield from _started(plan, step)
    yield from _hidden(plan, step)


def _opened(plan: Plan, step: Step) -> Iterator[str]:
    """Pages that the same answers open stand together."""
    titles = {page.id: said(page.title) for page in plan.pages}
    opened: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for branch in step.opens:
        opened.setdefault((branch.ask, branch.answers), []).append(f"“{titles.get(branch.page, branch.page)}”")
    for (ask, answers), pages in opened.items():
        yield f"{answer_words(plan, ask, answers)} → {tr(', ').join(pages)}"


def _started(plan: Plan, step: Step) -> Iterator[str]:
    for link in step.starts:
        answered = answer_words(plan, link.ask, link.answers)
        yield tr("{answers} → starts the plan “{plan}”").format(answers=answered, plan=link.plan)


def _hidden(plan: Plan, step: Step) -> Iterator[str]:
    for hiding in step.hidden_by:
        yield tr("not shown where “{answers}”").format(answers=answer_words(plan, hiding.ask, hiding.answers))


def answer_words(plan: Plan, ask_id: str, answers: Sequence[str]) -> str:
    """The answers of a choice as the person reads them."""
    texts = {
        option.id: said(option.text) for step in plan.steps() for ask in step.asks if ask.id == ask_id
        for option in ask.options
    }  # fmt: skip
    return " / ".join(texts.get(answer, answer) for answer in answers)


def lost_paragraphs(lost: Sequence[Lost], reason: str = "") -> Iterator[Paragraph]:
    """What of the shipped safety is lost, with the reason that was given."""
    if not lost:
        return
    yield Paragraph(tr("Taken from the shipped plan's safety"), Look.HEAD)
    yield from (Paragraph(what_is_lost(one), Look.DANGER, "triangle-alert") for one in lost)
    if reason:
        yield Paragraph(tr("Reason: {reason}").format(reason=reason), Look.TEXT)


def difference_paragraphs(before: Plan, after: Plan) -> Iterator[Paragraph]:
    """Everything that is different, steps first."""
    found = differences(before, after)
    if found.are_none:
        yield Paragraph(tr("Both versions say the same."), Look.TEXT, "circle-check")
        return
    if found.steps:
        yield Paragraph(tr("Steps"), Look.HEAD)
    for one in found.steps:
        yield from _step_difference(before, after, one)
    if found.head:
        yield Paragraph(tr("Beside the steps"), Look.HEAD)
    for line in found.head:
        yield from _head_difference(line)


def _step_difference(before: Plan, after: Plan, one: StepDifference) -> Iterator[Paragraph]:
    word, icon = TURNS[one.turn]
    fields = tr(", ").join(tr(FIELDS[field]) for field in one.fields)
    words = f"{tr(word)}{tr(': ')}{fields}" if fields else tr(word)
    page = tr("on “{page}”").format(page=said(one.page.title))
    look = Look.DANGER if one.turn is Turn.REMOVED and one.step.critical else Look.STEP
    yield Paragraph(said(one.step.text), look, icon)
    yield Paragraph(f"{words} · {page}", Look.SMALL, indent=True)
    if one.turn is Turn.CHANGED and one.before is not None and one.after is not None:
        for field in one.fields:
            yield from _was_and_is(_value(before, one.before, field), _value(after, one.after, field))


def _was_and_is(was: str, now: str) -> Iterator[Paragraph]:
    if was != now:
        yield Paragraph(tr("was: {text}").format(text=was or "—"), Look.SMALL, indent=True)
        yield Paragraph(tr("now: {text}").format(text=now or "—"), Look.TEXT, indent=True)


def _value(plan: Plan, step: Step, field: StepField) -> str:
    values = {
        StepField.TEXT: said(step.text),
        StepField.DETAIL: "" if step.detail is None else said(step.detail),
        StepField.ROLE: role_words(step.role),
        StepField.CRITICAL: tr("critical") if step.critical else tr("not critical"),
        StepField.MINUTES: "" if step.target_minutes is None else str(step.target_minutes),
        StepField.CONTACT: "" if step.contact is None else contact_words(step.contact),
        StepField.NOTICE: step.notice or "",
        StepField.ASKS: "; ".join(said(ask.text) for ask in step.asks),
        StepField.OPENS: "; ".join(_opened(plan, step)),
        StepField.STARTS: "; ".join(_started(plan, step)),
        StepField.HIDDEN: "; ".join(_hidden(plan, step)),
    }
    return values.get(field, "")


def _head_difference(line: HeadDifference) -> Iterator[Paragraph]:
    before = "—" if line.before is None else said(line.before)
    after = "—" if line.after is None else said(line.after)
    yield Paragraph(tr(PARTS[line.part]), Look.TEXT, "pencil")
    yield Paragraph(tr("was: {text}").format(text=before), Look.SMALL, indent=True)
    yield Paragraph(tr("now: {text}").format(text=after), Look.TEXT, indent=True)
