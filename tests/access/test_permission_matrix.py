"""Every public method of every service that acts for a person, against every role; the list is made from the code."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NoReturn

import pytest

from app.access.actor import Actor
from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import UserId
from app.office import Office
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

Use = tuple[str, str]


OWN = {
    *("bills.note_opened", "bills.recent", "drafts.drop", "drafts.find", "drafts.save", "parked.drop", "parked.of"),
    *("parked.park", "shifts.current", "ticket_views.remember", "ticket_views.remembered"),
    *("staff.change_password", "staff.choose_password", "people.must_choose_password", "keys.welcome"),
}
"""A person's own: what they typed, their drawer, their password."""
READ = {
    *("caller.panel", "unit_notes.read", "unit_notes.standing", "correction_preview.look", "refunds.preview"),
    *("books.report", "drills_handed_out.paper", "duty_papers.walked", "ticket_papers.draft", "ticket_papers.issue"),
    *("receipts.sheet", "refunds.sheet", "shift_reports.sheet", "shift_reports.x_report"),
}
"""Shows what every screen of the office shows; what is whole or secret in it asks by itself."""
LATER = {
    *("adjustments.reverse", "adjustments.waive", "adjustments.waive_late_fee", "payments.take"),
    *("payments.change_method", "receipts.void", "refunds.refund", "reversals.reverse", "shifts.close"),
    *("shifts.take_over", "power_cuts.end_returned", "people.approve"),
    *("complaints.answer", "complaints.improve", "complaints.mediate", "complaints.plan", "complaints.progress"),
    *("hazards.close", "hazards.give", "hazards.grade", "hazards.note", "hazards.put_right", "hazards.send_back"),
    *("incidents.assign", "incidents.hand_over_shift", "incidents.name_place", "incidents.name_reporter"),
    *("incidents.note", "incidents.told_notice", "incident_losses.add", "incident_people.add"),
    *("disclosures.keep", "estate.set_office_facts"),
}
"""Reads what it is about before it asks: amount, state or owner decide what is needed."""
TOLD = {"trail.note_saved", "trail.note_printed"}
"""Writes down what was done already."""
RESTORED = {"to_enter.begin"}
"""Ends a restore that was made before anybody could sign in, whoever signs in first."""
NAMED = OWN | READ | LATER | TOLD | RESTORED


class Anything:
    """Stands for whatever a use case is asked with; nothing can be done with it."""

    def __iter__(self) -> Iterator[object]:
        return iter(())


class TakenBackError(Exception):
    """Ends a transaction so that nothing of it stays."""


def take_back() -> NoReturn:
    raise TakenBackError


def services() -> dict[str, Callable[[Office], object]]:
    found: dict[str, Callable[[Office], object]] = {}
    for kind in Office.__mro__:
        for name, value in vars(kind).items():
            if isinstance(value, cached_property):
                found.setdefault(name, value.func)
    return found


def acts(service: object) -> Iterator[str]:
    """The public methods that take the person who acts."""
    for name, method in inspect.getmembers(service, inspect.ismethod):
        if not name.startswith("_") and any(_is_actor(one) for one in inspect.signature(method).parameters.values()):
            yield name


def _is_actor(parameter: inspect.Parameter) -> bool:
    return str(parameter.annotation).strip("'\"") in ("Actor", "app.access.actor.Actor")


def asked_permission(office: Office, use: Use, actor: Actor) -> Permission | None:
    """What the actor is told to lack; None where the refusal is another one, or there is none."""
    method = getattr(getattr(office, use[0]), use[1])
    given: dict[str, object] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if _is_actor(parameter):
            given[name] = actor
        elif parameter.default is inspect.Parameter.empty and parameter.kind is not inspect.Parameter.VAR_POSITIONAL:
            given[name] = Anything()
    positional = [
        given.pop(name) for name, one in inspect.signature(method).parameters.items() if _by_place(one, given)
    ]
    try:
        with office.store.transaction():
            method(*positional, **given)
            take_back()
    except NotPermitted as refusal:
        return refusal.permission
    except Exception:  # noqa: BLE001 - whatever else comes of nonsense is no matter of permissions
        return None


def _by_place(parameter: inspect.Parameter, given: dict[str, object]) -> bool:
    return parameter.name in given and parameter.kind is not inspect.Parameter.KEYWORD_ONLY


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    built = OfficeBuilder(tmp_path_factory.mktemp("matrix") / "data", SetClock(MORNING))
    yield built.office
    built.office.close()


def nobody() -> Actor:
    return Actor(UserId(1), "Nobody", Role.CASHIER, frozenset())


@pytest.fixture(scope="module")
def asked(office: Office) -> dict[Use, Permission | None]:
    """What each use case asks of somebody who may do nothing at all."""
    uses = [(name, act) for name in sorted(services()) for act in acts(getattr(office, name))]
    return {use: asked_permission(office, use, nobody()) for use in uses}


def test_every_use_case_asks_for_a_permission_or_is_named_with_its_reason(asked: dict[Use, Permission | None]) -> None:
    """A new method that asks for nothing stands in `open_to_all` and has to be thought about."""
    open_to_all = {".".join(use) for use, permission in asked.items() if permission is None}
    assert open_to_all - NAMED == set(), "let it require a permission"
    assert NAMED - open_to_all == set(), "it asks for a permission by now: take its name away"


def test_each_role_may_what_it_holds_and_nothing_else(office: Office, asked: dict[Use, Permission | None]) -> None:
    wrong = []
    for role in Role:
        actor = Actor(UserId(1), "Somebody", role, ROLES[role])
        for use, permission in asked.items():
            if permission is not None:
                is_refused = asked_permission(office, use, actor) is permission
                if is_refused is (permission in ROLES[role]):
                    wrong.append(f"{role}: {'.'.join(use)}")
    assert wrong == []


def test_a_use_case_that_asks_for_nothing_is_found() -> None:
    class Careless:
        def give_away(self, by: Actor) -> None:
            """Anybody may."""

        def read(self) -> None:
            """Nobody acts."""

    assert list(acts(Careless())) == ["give_away"]
