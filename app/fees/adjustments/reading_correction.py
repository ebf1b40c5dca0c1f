"""A reading corrected after billing: every charge built on it is adjusted by the difference, none is edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import MeterId, UnitId
from app.core.periods import Period
from app.fees.adjustments.recharge import Recharge, billed_charges, recharge
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.charge_rows import Occasion
from app.fees.explained_lines import line_facts
from app.fees.explained_readings import read_spans, readings_facts
from app.fees.explanation import Explanation, lines_of
from app.fees.formulas import PricedLine
from app.fees.metered import Stretch, stretches
from app.fees.metered_rows import read_usages
from app.fees.shared.correction import share_anew
from app.fees.tables import assignment, charge
from app.fees.usage import UnitUsage
from app.meters.write_correction import Corrected


class ReadingCorrections:
    """Follows what the meters room corrects, in the same transaction."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def follow(self, connection: Connection, by: Actor, corrected: Corrected) -> None:
        """Adjust every standing charge whose readings, or whose usage of the year before them, have changed."""
        if not corrected.changes:
            return
        occasion = Occasion(self._clock.now(), by.id)
        since = min(min(old.first, new.first) for old, new in corrected.changes)
        facts = {"meter": corrected.meter_id, "readings": list(corrected.reading_ids)}
        why = Recharge(AdjustmentKind.READING_CORRECTION, corrected.reason, corrected.approval_id, facts)
        share_anew(connection, corrected, why, occasion)
        usages: dict[UnitId, tuple[UnitUsage, ...]] = {}
        for one in billed_charges(
            connection, charge.c.assignment_id.in_(_measured_by(corrected.meter_id)), charge.c.until > since
        ):
            if one.unit_id not in usages:
                served = (corrected.meter_id, one.unit_id)
                usages[one.unit_id] = read_usages(connection, {served})[served]
            recharge(connection, one, explained_by(one.explain, usages[one.unit_id]), why, occasion)


def explained_by(explain: Explanation, usages: Sequence[UnitUsage]) -> dict[str, Any]:
    """The explanation of a metered charge by what its readings show now; prices, shares and days stay as they were."""
    lines = lines_of(explain)
    period = Period(lines[0].period.first, lines[-1].period.until)
    stretch = _stretch(period, _as_shared_then(explain, usages))
    if stretch is None:
        return dict(explain)
    again = [line_facts(line) for line in _lines(lines, stretch)]
    return dict(explain) | {"lines": again, "readings": readings_facts(stretch.readings)}


def _measured_by(meter_id: MeterId) -> Any:
    return select(assignment.c.id).where(assignment.c.meter_id == meter_id)


def _as_shared_then(explain: Explanation, usages: Sequence[UnitUsage]) -> list[UnitUsage]:
    """The usages with the share that the charge counted, where it counted one."""
    shares: Mapping[tuple[date, date], Fraction] = {
        (span.period.first, span.period.until): span.share for span in read_spans(explain["readings"])
    }
    return [replace(one, share=shares.get((one.first, one.until), one.share)) for one in usages]


def _stretch(period: Period, usages: Sequence[UnitUsage]) -> Stretch | None:
    """The readings that lie under a period, all of them."""
    found = None
    for found in stretches(usages, period.first, period.until):  # noqa: B007 - the longest is wanted
        pass
    return found


def _lines(lines: Sequence[PricedLine], stretch: Stretch) -> list[PricedLine]:
    again: list[PricedLine] = []
    so_far = stretch.so_far
    for line in lines:
        usage = stretch.usage * Fraction(line.period.days, stretch.period.days)
        again.append(replace(line, usage=usage, so_far=so_far if line.tiers else line.so_far))
        so_far += usage
    return again
