"""Reads the figures of tickets over some days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, select

from app.core.clock import Clock
from app.estate.tables import building
from app.store.store import Store
from app.tickets.catalogue.category_rows import paths_of
from app.tickets.statistics.figures import TOP, By, TicketFigures, most_first
from app.tickets.statistics.grouped import count_promises, read_cases, reported_in, row_of, rows_by
from app.tickets.tables import team, worker


class TicketStatistics:
    """Reads only; what is open and overdue now counts as a promise that was not kept."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def figures(self, first: date, until: date) -> TicketFigures:
        """Everything about the tickets reported in `[first, until)`."""
        now, which = self._clock.now(), reported_in(first, until)
        with self._store.reading() as connection:
            cases = read_cases(connection, which, now)
            rows = {by: rows_by(cases, by, _names(connection, by)) for by in By}
            return TicketFigures(
                first,
                until,
                whole=row_of(cases),
                by_promise=count_promises(connection, which, now),
                by_kind=most_first(rows[By.KIND]),
                by_month=tuple(sorted(rows[By.MONTH], key=lambda row: row.key)),
                by_team=most_first(rows[By.TEAM]),
                by_worker=most_first(rows[By.WORKER]),
                top_categories=most_first(rows[By.CATEGORY], TOP),
                top_buildings=most_first(rows[By.BUILDING], TOP),
            )


def _names(connection: Connection, by: By) -> Callable[[str], str]:
    """The names of the keys; what has none is said by the screen."""
    if by is By.CATEGORY:
        known = {str(key): path for key, path in paths_of(connection).items()}
    elif by in (By.WORKER, By.TEAM, By.BUILDING):
        table = {By.WORKER: worker, By.TEAM: team, By.BUILDING: building}[by]
        known = {str(row.id): row.name for row in connection.execute(select(table.c.id, table.c.name))}
    else:
        known = {}
    return lambda key: known.get(key, "")
