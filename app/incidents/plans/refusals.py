"""Why a plan's file is not taken: it cannot be read, or what it says breaks the rules of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import Refusal


class Unread(StrEnum):
    """What is wrong with the form of a file."""

    NOT_TOML = "not-toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    WRONG_FORM = "wrong-form"
    EMPTY_TEXT = "empty-text"
    UNKNOWN_WORD = "unknown-word"


class PlanRule(StrEnum):
    """The rules of a plan that can be broken."""

    NO_PAGE = "no-page"
    TOO_MANY_STEPS = "too-many-steps"
    TOO_FEW_STEPS = "too-few-steps"
    STEP_TOO_LONG = "step-too-long"
    NEVER_TOO_LONG = "never-too-long"
    TOO_MANY_NEVERS = "too-many-nevers"
    SAME_ID = "same-id"
    ROLE_NOT_NAMED = "role-not-named"
    UNKNOWN_CONTACT = "unknown-contact"
    CONTACT_NOT_LISTED = "contact-not-listed"
    UNKNOWN_NOTICE = "unknown-notice"
    CHOICE_WITHOUT_OPTIONS = "choice-without-options"
    OPTIONS_WITHOUT_CHOICE = "options-without-choice"
    UNKNOWN_ASK = "unknown-ask"
    UNKNOWN_ANSWER = "unknown-answer"
    UNKNOWN_PAGE = "unknown-page"
    HIDDEN_BY_NOTHING_EARLIER = "hidden-by-nothing-earlier"
    HIDDEN_ANYHOW = "hidden-anyhow"
    PAGE_NEVER_OPENED = "page-never-opened"
    PAGE_OPENED_BACKWARDS = "page-opened-backwards"
    PAGE_NOT_HIDDEN = "page-not-hidden"
    UNKNOWN_TIMER_STEP = "unknown-timer-step"
    TIMER_WITHOUT_MINUTES = "timer-without-minutes"
    CRITICAL_LAST = "critical-last"
    CODE_IN_TEXT = "code-in-text"
    LONG_READING = "long-reading"
    UNKNOWN_PLAN = "unknown-plan"
    LINK_LOOP = "link-loop"
    SAME_CODE = "same-code"
    FILE_NAME = "file-name"
    SAME_LETTERS = "same-letters"
    SAME_DIGIT = "same-digit"


WARNINGS = frozenset({PlanRule.LONG_READING})
"""Rules whose breach is said but does not keep a plan from being used."""


@dataclass(frozen=True, slots=True)
class PlanFault:
    """One broken rule, on which page and step ("" = the plan or page itself), and the word or number it is about."""

    rule: PlanRule
    page: str
    step: str
    what: str

    @property
    def only_warns(self) -> bool:
        """Whether the plan may be used all the same."""
        return self.rule in WARNINGS


class PlanNotRead(Refusal):
    """The file has not the form of a plan; page and step are "" outside of them, `what` is the key or word."""

    file: str
    page: str
    step: str
    fault: Unread
    what: str


class PlanBreaksRules(Refusal):
    """The file is a plan, but one that must not be followed."""

    file: str
    faults: tuple[PlanFault, ...]
