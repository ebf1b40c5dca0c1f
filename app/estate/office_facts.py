"""What the office says of itself on papers and in the window's head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.core.ids import UserId
from app.core.settings import Setting
from app.estate.settings import ADDRESS, COMPANY, COMPLAINT_TELEPHONE, ESTATE, SERVICE_CENTRE, TELEPHONE
from app.store.settings import Chosen, read_chosen, write_choice

OFFICE_FACTS = (COMPANY, SERVICE_CENTRE, ESTATE, TELEPHONE, ADDRESS, COMPLAINT_TELEPHONE)


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """Company over service centre on papers; `telephone` is the one that residents call about a receipt."""

    company: str = ""
    service_centre: str = ""
    estate: str = ""
    telephone: str = ""
    address: str = ""
    complaint_telephone: str = ""


def read_office_facts(connection: Connection) -> OfficeFacts:
    """The facts as last written; empty texts before the set-up."""
    return office_facts_in(read_chosen(connection, OFFICE_FACTS))


def office_facts_in(chosen: Chosen) -> OfficeFacts:
    """The facts among settings that were read for more than them."""
    return OfficeFacts(*(chosen[setting] for setting in OFFICE_FACTS))


def write_office_facts(connection: Connection, facts: OfficeFacts, at: datetime, by: UserId | None) -> None:
    """Keep the facts for every paper from now on; papers already issued hold their own copy."""
    for setting, text in facts_as_settings(facts).items():
        write_choice(connection, setting, text, at, by)


def facts_as_settings(facts: OfficeFacts) -> dict[Setting[str], str]:
    """Each fact under the setting that holds it."""
    return {setting: getattr(facts, setting.part) for setting in OFFICE_FACTS}
