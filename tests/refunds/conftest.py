"""An office on a morning in November, for the stories of refunds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def counter(office_folder: DataFolder, clock: SetClock) -> Iterator[RefundOffice]:
    built = RefundOffice(office_folder.path, clock)
    yield built
    built.office.close()
