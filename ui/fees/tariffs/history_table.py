"""The versions of a tariff: which terms were valid on which days, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.language import tr
from app.core.show import show_date
from app.fees.versions import Tariff, TariffVersion
from app.fees.words.explain_words import mandate_line, price_words, show_rate
from ui.fees.short_table import ShortTable
from ui.fees.terms_words import cycle_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version and where it stands today: -1 over, 0 valid, 1 to come."""

    version: TariffVersion
    standing: int


def version_lines(tariff: Tariff, today: date) -> list[VersionLine]:
    """The versions, the newest first."""
    return [VersionLine(version, _standing(version, today)) for version in reversed(tariff.versions)]


def _standing(version: TariffVersion, today: date) -> int:
    if today < version.first:
        return 1
    return -1 if version.until is not None and version.until <= today else 0


class HistoryTable(ShortTable[VersionLine]):
    """Stands as high as its rows, up to three; more can be scrolled."""

    most = 3

    def __init__(self) -> None:
        super().__init__(tr("Versions"), _columns(), key=lambda line: line.version.id, look=_look, row_height=28)

    def show_tariff(self, tariff: Tariff, today: date) -> None:
        """Show the versions of this tariff."""
        self.show_rows(version_lines(tariff, today))


def _look(line: VersionLine) -> RowLook:
    return RowLook(quiet=line.standing < 0)


def _columns() -> list[Column[VersionLine]]:
    return [
        Column(tr("Valid from"), lambda line: line.version.first, Kind.DATE),
        Column(tr("Until"), _until, tone=Tone.INK2),
        Column(tr("State"), _state, Kind.STATE),
        Column(tr("Price"), lambda line: price_words(line.version.terms), bold=True, whole=True),
        Column(tr("Cycle"), lambda line: cycle_words(line.version.terms)),
        Column(tr("Late fee a day"), _rate, dash=True),
        Column(tr("Basis"), _basis, tone=Tone.INK2, stretch=True),
        Column(tr("Recorded"), _recorded, tone=Tone.INK2),
    ]


def _until(line: VersionLine) -> str:
    until = line.version.until
    return tr("further notice") if until is None else show_date(until)


def _basis(line: VersionLine) -> str:
    mandate = line.version.terms.mandate
    said = [line.version.basis, mandate_line(mandate) if mandate else ""]
    return tr("; ").join(one for one in said if one)


def _recorded(line: VersionLine) -> str:
    return f"{show_date(line.version.at.date())} {line.version.by}".strip()


def _rate(line: VersionLine) -> str | None:
    late_fee = line.version.terms.late_fee
    return None if late_fee is None else show_rate(late_fee.daily_rate)


def _state(line: VersionLine) -> State:
    if line.standing > 0:
        return State(tr("to come"), "clock-3", Mood.ACCENT)
    return State(tr("valid"), "circle-check", Mood.OK) if line.standing == 0 else State(tr("over"), "", Mood.MUTE)
