"""What the person reads when the program refuses or the world fails: one sentence for each error, by its facts."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

from app.core.errors import Refusal, Trouble
from app.core.language import tr

_ROOMS = (
    "core",
    "store",
    "access",
    "people",
    "sheets",
    "paper",
    "estate",
    "meters",
    "fees",
    "fee_terms",
    "adjustments",
    "shared_costs",
    "fee_sheets",
    "counter",
    "books",
    "payments",
    "refunds",
    "shifts",
    "outages",
    "bills",
    "deadlines",
    "tickets",
    "ticket_catalogue",
    "ticket_photos",
    "ticket_work",
    "ticket_ratings",
    "notices",
    "incident_plans",
    "incidents",
    "incident_reports",
    "incident_attached",
    "incident_contacts",
    "incident_kept_plans",
    "drills",
    "duty",
    "duty_rounds",
    "privacy",
    "backups",
    "demo",
)
_SENTENCES: dict[type[BaseException], Callable[[Any], str]] = {}

E = TypeVar("E", bound=BaseException)


def sentence(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    """Register the sentence of one kind of refusal or trouble."""

    def keep(write: Callable[[E], str]) -> Callable[[E], str]:
        _SENTENCES[kind] = write
        return write

    return keep


def say(error: Refusal | Trouble) -> str:
    """What is wrong, where, and what to do, in the person's language."""
    load_sentences()
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    return tr("Something unexpected happened: {error}").format(error=error)


def has_sentence(kind: type[BaseException]) -> bool:
    """Whether exactly this kind of error has its own sentence."""
    load_sentences()
    return kind in _SENTENCES


def load_sentences() -> None:
    """Read the sentences of all rooms (once; later calls find them read)."""
    for room in _ROOMS:
        import_module(f"ui.sentences.{room}")
