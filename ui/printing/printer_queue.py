"""Papers wait here for their printer, one after the other, on a thread of their own: the counter never waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.core.errors import Refusal, Trouble
from ui.printing.print_job import Draw, JobState, PrintJob
from ui.printing.printer import Printer

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile

Work = Callable[[], None]


def _system_printer(name: str) -> Printer:
    from ui.printing.system_printer import SystemPrinter  # noqa: PLC0415 - read with the first job, not at the start

    return SystemPrinter(name)


def _printer_names() -> list[str]:
    from ui.printing.system_printer import printer_names  # noqa: PLC0415 - as above

    return printer_names()


class PrintQueue(QObject):
    """Prints jobs in order; states change, and signals come, on the thread of the window.

    A printer is made at the first job that needs it, on the queue's thread.
    """

    job_changed = Signal(object)
    printed = Signal(object)
    failed = Signal(object)
    printers_listed = Signal(list)
    _moved = Signal(int, object, object)
    _broke = Signal(object)
    _listed = Signal(list)

    def __init__(self, make_printer: Callable[[str], Printer] = _system_printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_printer = make_printer
        self._printers: dict[str, Printer] = {}
        self._printer = ""
        self._jobs: dict[int, PrintJob] = {}
        self._draws: dict[int, Draw] = {}
        self._work: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)
        self._listed.connect(self.printers_listed, Qt.ConnectionType.QueuedConnection)

    @property
    def jobs(self) -> tuple[PrintJob, ...]:
        """Every job of this session, oldest first."""
        return tuple(self._jobs.values())

    @property
    def unprinted(self) -> tuple[PrintJob, ...]:
        """The jobs that are not on paper yet, and still wanted."""
        done = (JobState.PRINTED, JobState.DROPPED)
        return tuple(job for job in self._jobs.values() if job.state not in done)

    @property
    def printer(self) -> str:
        """The printer that the next job goes to; empty for the system's default one."""
        return self._printer

    def use_printer(self, name: str) -> None:
        """Send later jobs, and failed ones that are sent again, to this printer."""
        self._printer = name

    def submit(self, title: str, paper: PaperProfile, draw: Draw, tag: object = None) -> PrintJob:
        """Queue a paper; it is drawn and printed off the window's thread."""
        job = PrintJob(len(self._jobs) + 1, title, paper, tag)
        self._jobs[job.number] = job
        self._draws[job.number] = draw
        self._send(job)
        return job

    def retry(self, job: PrintJob | None = None) -> bool:
        """Send a failed job again, the oldest failed one if none is named; False where nothing has failed."""
        failed = [each for each in self._jobs.values() if each.state is JobState.FAILED]
        again = next((each for each in failed if job is None or each.number == job.number), None)
        if again is None:
            return False
        self._become(replace(again, state=JobState.WAITING, error=None))
        self._send(again)
        return True

    def drop(self, job: PrintJob) -> None:
        """Give up a failed job: nobody wants its paper any more, or another job prints it anew."""
        if self._jobs[job.number].state is JobState.FAILED:
            del self._draws[job.number]
            self._become(replace(self._jobs[job.number], state=JobState.DROPPED))

    def list_printers(self) -> None:
        """Ask the system for its printers; `printers_listed` answers, the default one first."""
        self._do(lambda: self._listed.emit(_printer_names()))

    def close(self, patience: float = 5.0) -> None:
        """Finish what is being printed, for at most so many seconds; what waits stays unprinted."""
        if self._thread is not None:
            while not self._work.empty():
                self._work.get()
            self._work.put(None)
            self._thread.join(patience)

    def _send(self, job: PrintJob) -> None:
        name, draw = self._printer, self._draws[job.number]
        self._do(lambda: self._print(job, name, draw))

    def _do(self, work: Work) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="printing", daemon=True)
            self._thread.start()
        self._work.put(work)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception as bug:  # noqa: BLE001 - carried to the window's thread, where bugs are told
                self._broke.emit(bug)

    def _print(self, job: PrintJob, name: str, draw: Draw) -> None:
        self._moved.emit(job.number, JobState.PRINTING, None)
        try:
            self._printer_named(name).print_pdf(draw(), job.paper, job.title)
        except (Refusal, Trouble) as error:
            self._moved.emit(job.number, JobState.FAILED, error)
        except Exception:
            from app.paper.refusals import PrintingFailed  # noqa: PLC0415 - seldom, and the start of the window waits

            self._moved.emit(job.number, JobState.FAILED, PrintingFailed(name, 1))
            raise
        else:
            self._moved.emit(job.number, JobState.PRINTED, None)

    def _printer_named(self, name: str) -> Printer:
        if name not in self._printers:
            self._printers[name] = self._make_printer(name)
        return self._printers[name]

    @Slot(int, object, object)
    def _on_moved(self, number: int, state: JobState, error: Refusal | Trouble | None) -> None:
        job = replace(self._jobs[number], state=state, error=error)
        self._become(job)
        if state is JobState.PRINTED:
            del self._draws[number]
            self.printed.emit(job)
        elif state is JobState.FAILED:
            self.failed.emit(job)

    @Slot(object)
    def _on_broke(self, bug: Exception) -> None:
        raise bug

    def _become(self, job: PrintJob) -> None:
        self._jobs[job.number] = job
        self.job_changed.emit(job)
