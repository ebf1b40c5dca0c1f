"""From the start of the process to the first paint and to a caret in the search box, against an empty window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.clock import SystemClock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from tests.benchmarks.child import PROJECT
from tests.benchmarks.figures import Figure, median

GOES = 9

EMPTY = """
import sys, time
{imports}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(time.time())
        QTimer.singleShot(0, QApplication.quit)
application = QApplication([])
window = Empty()
window.resize(1366, 697)
window.show()
application.exec()
"""

# A filter on the whole application would make Qt's binding read every class of Qt that the window never uses, so the
# watch is gone after the first paint and then looks at the search box alone.
OURS = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    painted = ready = 0.0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            Watch.painted = time.time()
            QApplication.instance().removeEventFilter(self)
            watch_the_box()
        return False
def watch_the_box():
    from ui.widgets.search_box import SearchBox
    paint = SearchBox.paintEvent
    def watched_paint(box, event):
        if box.window().focusWidget() is box and not Watch.ready:
            Watch.ready = time.time()
            QTimer.singleShot(0, QApplication.quit)
        paint(box, event)
    SearchBox.paintEvent = watched_paint
run = QApplication.exec
def watched_run(*_):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    QTimer.singleShot(30_000, QApplication.quit)
    return run()
QApplication.exec = watched_run
from ui.__main__ import main
main(["--data", sys.argv[1]])
assert Watch.ready, "the search box was never ready"
print(Watch.painted, Watch.ready)
"""


def measure() -> list[Figure]:
    """On the demo estate, which signs in by itself; the runs take turns so that all see the same machine."""
    with TemporaryDirectory() as place:
        plan = DemoPlan(units=300, months=12, seed=1, now=SystemClock().now())
        build_demo(Path(place) / "demo", plan, lambda _done, _whole: None)
        environment = _environment(Path(place) / "compiled")
        kinds = {
            "empty": (EMPTY.format(imports=""),),
            "with database": (EMPTY.format(imports="import sqlalchemy.orm"),),
            "ours": (OURS, str(Path(place) / "demo")),
        }
        for words in kinds.values():
            _moments(environment, *words)  # the first go compiles what it imports
        goes = [{kind: _moments(environment, *words) for kind, words in kinds.items()} for _ in range(GOES)]
    empty, database = (median([go[kind][0] for go in goes]) for kind in ("empty", "with database"))
    painted, ready = (median([go["ours"][at] for go in goes]) for at in (0, 1))
    return [
        Figure("first paint / an empty window", painted, empty, at_most_times=1.5),
        Figure("ready to search / an empty window + sqlalchemy.orm", ready, database, at_most_times=1.3),
    ]


def _moments(environment: dict[str, str], *words: str) -> list[float]:
    """Seconds from the start of the process to each moment that the program prints."""
    start = time.time()
    command = [sys.executable, "-c", *words]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [float(word) - start for word in done.stdout.splitlines()[-1].split()]


def _environment(compiled: Path) -> dict[str, str]:
    """Compiled files as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
