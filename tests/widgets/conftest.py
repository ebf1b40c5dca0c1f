"""What every widget is tested in: the program's own face and colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.shell.theme import Theme
from ui.widgets.colours import Light


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    worn = Theme(qapp)
    yield worn
    worn.scale(100)
    worn.wear(Light.LIGHT)
