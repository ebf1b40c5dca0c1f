"""What is different between two versions of a plan, told by steps: added, taken out, moved, said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.incidents.plans.plan import Both, Page, Plan, Step, Timer


class Turn(StrEnum):
    """What became of a step, or of a line of the head."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


class StepField(StrEnum):
    """What a step says, field by field."""

    TEXT = "text"
    DETAIL = "detail"
    ROLE = "role"
    CRITICAL = "critical"
    MINUTES = "target_minutes"
    CONTACT = "contact"
    NOTICE = "notice"
    ASKS = "asks"
    OPENS = "opens"
    STARTS = "starts"
    HIDDEN = "hidden_by"
    OUTAGE = "outage"


class HeadPart(StrEnum):
    """What a plan says beside its steps."""

    NAME = "name"
    USE_WHEN = "use-when"
    KIND = "kind"
    SEVERITY = "severity"
    REVIEW = "review"
    KEYS = "keys"
    PLACE = "place"
    ROLES = "roles"
    CONTACTS = "contacts"
    NEVER = "never"
    BASIS = "basis"
    TIMER = "timer"
    PAGE = "page"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class StepDifference:
    """One step; `before` is none where it was added, `after` where it was taken out; `fields` where it was changed."""

    turn: Turn
    before: Step | None
    after: Step | None
    page: Page
    fields: tuple[StepField, ...] = ()

    @property
    def step(self) -> Step:
        """The step as it is now, or as it last was."""
        step = self.after or self.before
        assert step is not None
        return step


@dataclass(frozen=True, slots=True)
class HeadDifference:
    """One line beside the steps; no text where there was or is none."""

    part: HeadPart
    before: Both | None
    after: Both | None


@dataclass(frozen=True, slots=True)
class PlanDifferences:
    """Everything that is different, in the order of the newer version; its number and date are not."""

    steps: tuple[StepDifference, ...]
    head: tuple[HeadDifference, ...]

    @property
    def are_none(self) -> bool:
        """Whether both versions say the same."""
        return not self.steps and not self.head


def differences(before: Plan, after: Plan) -> PlanDifferences:
    """What somebody who knew the one version has to learn for the other."""
    return PlanDifferences(tuple(_step_differences(before, after)), tuple(_head_differences(before, after)))


def _step_differences(before: Plan, after: Plan) -> Iterator[StepDifference]:
    was = {step.id: step for step in before.steps()}
    stayed = _stayed([*was], [step.id for step in after.steps()])
    for page in after.pages:
        for step in page.steps:
            former = was.get(step.id)
            if former is None:
                yield StepDifference(Turn.ADDED, None, step, page)
                continue
            if step.id not in stayed:
                yield StepDifference(Turn.MOVED, former, step, page)
            fields = tuple(field for field in StepField if getattr(former, field) != getattr(step, field))
            if fields:
                yield StepDifference(Turn.CHANGED, former, step, page, fields)
    now = {step.id for step in after.steps()}
    for page in before.pages:
        yield from (StepDifference(Turn.REMOVED, step, None, page) for step in page.steps if step.id not in now)


def _stayed(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The steps that keep their order; the others were moved past them."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return frozenset(name for block in blocks for name in before[block.a : block.a + block.size])


def _head_differences(before: Plan, after: Plan) -> Iterator[HeadDifference]:
    for part in HeadPart:
        yield from _lines(part, _said(before, part), _said(after, part))


def _lines(part: HeadPart, before: Sequence[Both], after: Sequence[Both]) -> Iterator[HeadDifference]:
    """Lines laid side by side: one for one where as many stand there, else as taken out and added."""
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[a:b], after[c:d]
        if gone == come:
            continue
        both = min(len(gone), len(come))
        yield from (HeadDifference(part, old, new) for old, new in zip(gone, come, strict=False))
        yield from (HeadDifference(part, old, None) for old in gone[both:])
        yield from (HeadDifference(part, None, new) for new in come[both:])


def _said(plan: Plan, part: HeadPart) -> tuple[Both, ...]:
    texts = {
        HeadPart.NAME: (plan.name,),
        HeadPart.USE_WHEN: (plan.use_when,),
        HeadPart.NEVER: plan.never,
        HeadPart.AFTER: plan.after,
        HeadPart.TIMER: tuple(map(_timer, plan.timers)),
        HeadPart.PAGE: tuple(page.title for page in plan.pages),
    }
    return texts[part] if part in texts else tuple(Both(text, text) for text in _words(plan, part))


def _words(plan: Plan, part: HeadPart) -> tuple[str, ...]:
    return {
        HeadPart.KIND: (plan.kind.value,),
        HeadPart.SEVERITY: (plan.severity.value,),
        HeadPart.REVIEW: (str(plan.review_months),),
        HeadPart.KEYS: (f"{plan.digit or ''} {plan.letters}".strip(),),
        HeadPart.PLACE: (plan.place.value,),
        HeadPart.ROLES: tuple(role.value for role in plan.roles),
        HeadPart.CONTACTS: plan.contacts,
        HeadPart.BASIS: plan.basis,
    }[part]


def _timer(timer: Timer) -> Both:
    sign = "↻" if timer.repeats else ""
    way = f"{timer.starts} → {timer.ends or ''}"
    return Both(
        f"{timer.text.zh} {sign}{timer.minutes}′ ({way}) {timer.when_due.zh}",
        f"{timer.text.en} {sign}{timer.minutes}′ ({way}) {timer.when_due.en}",
    )
