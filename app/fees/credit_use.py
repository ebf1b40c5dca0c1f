"""What a billing run asks of the counter: to use prepaid credit for what it charged, and to give it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from app.access.actor import Actor
from app.core.ids import RunId, UnitId


class CreditUse(Protocol):
    """Inside the transaction of a run, or of its undoing."""

    def use(self, connection: Connection, by: Actor, run_id: RunId, units: Collection[UnitId], at: datetime) -> None:
        """Pay what these units owe from the credit that they hold, if the office wants it so."""

    def give_back(self, connection: Connection, by: Actor, run_id: RunId, at: datetime) -> None:
        """Take back what the run paid from credit."""


class NoCreditUse:
    """Credit waits until somebody asks for it at the counter."""

    def use(self, connection: Connection, by: Actor, run_id: RunId, units: Collection[UnitId], at: datetime) -> None:
        """Leave all credit where it is."""

    def give_back(self, connection: Connection, by: Actor, run_id: RunId, at: datetime) -> None:
        """There is nothing to give back."""
