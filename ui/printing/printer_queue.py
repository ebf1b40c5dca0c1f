"""Papers wait here for their printer, one after the other, on a thread of their own: the counter never waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.core.errors import Refusal, Trouble
from app.paper.documents import PLAIN, DocumentKind, PrintSetup
from app.paper.refusals import PrintingFailed
from ui.printing import printer_sources
from ui.printing.print_job import Draw, JobState, PrintJob
from ui.printing.print_thread import PrintThread
from ui.printing.printer import Printer, RawPrinter
from ui.printing.printer_sources import Content
from ui.printing.printers import Printers

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile
    from ui.printing.left_paper import LeftPaper

Setups = Callable[[], Mapping[DocumentKind, PrintSetup]]
LeftOver = Callable[[], "Sequence[LeftPaper]"]


class PrintQueue(QObject):
    """Prints jobs in order; states change, and signals come, on the thread of the window.

    A printer is made at the first job that needs it, on the queue's thread. `papers_changed` comes whenever other
    papers may be `held_up` than before.
    """

    job_changed = Signal(object)
    papers_changed = Signal()
    printed = Signal(object)
    failed = Signal(object)
    printers_listed = Signal(list)
    _moved = Signal(int, object, object)
    _listed = Signal(list)

    def __init__(
        self,
        make_printer: Callable[[str], Printer] = printer_sources.system_printer,
        parent: QObject | None = None,
        make_raw_printer: Callable[[str], RawPrinter] = printer_sources.raw_printer,
    ) -> None:
        super().__init__(parent)
        self._printers = Printers(make_printer, make_raw_printer)
        self._thread = PrintThread(self)
        self._printer = ""
        self._setups: Setups = dict
        self._left_over: list[LeftOver] = []
        self._jobs: dict[int, PrintJob] = {}
        self._contents: dict[int, Content] = {}
        self._begun: set[int] = set()
        self._called_off: set[int] = set()
        self._lock = Lock()
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
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
        """Send later jobs, and failed ones that are sent again, to this printer, whatever their kind is set up for."""
        self._printer = name

    def use_setups(self, setups: Setups) -> None:
        """Ask this for the printer and the offset of each kind of document, with every job anew."""
        self._setups = setups

    def use_left_over(self, source: LeftOver) -> None:
        """Ask this too for the papers of earlier runs that never came out."""
        self._left_over.append(source)

    @property
    def left_over(self) -> Sequence[LeftPaper]:
        """Papers of earlier runs that never came out and are not among the jobs."""
        return [paper for source in self._left_over for paper in source()]

    @property
    def held_up(self) -> tuple[str, ...]:
        """The titles of the papers that somebody has to look after: what failed, and what earlier runs left."""
        failed = (job.title for job in self._jobs.values() if job.state is JobState.FAILED)
        return (*failed, *(paper.title for paper in self.left_over))

    def setup(self, kind: DocumentKind) -> PrintSetup:
        """How this kind of document is printed now."""
        return self._setups().get(kind, PLAIN)

    def submit(
        self,
        title: str,
        paper: PaperProfile,
        draw: Draw,
        tag: object = None,
        *,
        kind: DocumentKind = DocumentKind.NOTICE,
        own_letters: Draw | None = None,
        setup: PrintSetup | None = None,
    ) -> PrintJob:
        """Queue a paper; it is drawn and printed off the window's thread.

        `own_letters` makes its bytes for a printer that takes ESC/POS, used where the kind is set up so; `setup` tries
        one that is not kept. A job whose tag is on its way already is not queued twice: that one is answered.
        """
        twin = next((job for job in self._jobs.values() if job.is_moving and job.tag == tag is not None), None)
        if twin is not None:
            return twin
        job = PrintJob(len(self._jobs) + 1, title, paper, tag, kind=kind)
        self._jobs[job.number] = job
        self._contents[job.number] = Content(draw, own_letters, setup)
        return self._send(job, None)

    def open_drawer(self, title: str) -> bool:
        """Open the drawer at the printer of receipts, now or not at all; False where no printer opens one."""
        setup = self.setup(DocumentKind.RECEIPT)
        if not setup.drawer:
            return False
        from app.paper.profiles import ROLL_80  # noqa: PLC0415 - few printers open a drawer

        job = PrintJob(len(self._jobs) + 1, title, ROLL_80, kind=DocumentKind.RECEIPT)
        self._jobs[job.number] = job
        self._contents[job.number] = Content(
            printer_sources.pulse, printer_sources.pulse, replace(setup, own_letters=True), once=True
        )
        self._send(job, None)
        return True

    def retry(self, job: PrintJob | None = None, printer: str | None = None) -> bool:
        """Send a failed job again, the oldest failed one if none is named; False where nothing has failed.

        It goes to `printer`, or to the one that its kind is set up for.
        """
        failed = [each for each in self._jobs.values() if each.state is JobState.FAILED]
        again = next((each for each in failed if job is None or each.number == job.number), None)
        if again is None:
            return False
        self._begun.discard(again.number)
        self._become(replace(again, state=JobState.WAITING, error=None))
        self._send(self._jobs[again.number], printer)
        return True

    def drop(self, job: PrintJob) -> None:
        """Give up a failed job: nobody wants its paper any more, or another job prints it anew."""
        if self._jobs[job.number].state is JobState.FAILED:
            self._forget(job.number)

    def call_off(self, job: PrintJob) -> bool:
        """Take back a job that still waits; False where the printer has begun with it."""
        with self._lock:
            if job.number in self._begun or self._jobs[job.number].state is not JobState.WAITING:
                return False
            self._called_off.add(job.number)
        self._forget(job.number)
        return True

    def came_out(self, job: PrintJob) -> bool:
        """A person says that the paper of a failed job lies there whole: it counts as printed and is not sent again."""
        if self._jobs[job.number].state is not JobState.FAILED:
            return False
        self._on_moved(job.number, JobState.PRINTED, None)
        return True

    def list_printers(self) -> None:
        """Ask the system for its printers; `printers_listed` answers, the default one first."""
        self._thread.do(lambda: self._listed.emit(printer_sources.printer_names()))

    def close(self, patience: float = 5.0) -> None:
        """Finish what is being printed, for at most so many seconds; what waits stays unprinted."""
        self._thread.close(patience)

    def _send(self, job: PrintJob, printer: str | None) -> PrintJob:
        content = self._contents[job.number]
        setup = content.setup or self.setup(job.kind)
        name = printer if printer is not None else self._printer_for(content, setup)
        job = replace(job, printer=name)
        self._jobs[job.number] = job
        self._thread.do(lambda: self._carry_out(job, content, setup))
        return job

    def _printer_for(self, content: Content, setup: PrintSetup) -> str:
        return setup.printer if content.setup is not None else self._printer or setup.printer

    def _carry_out(self, job: PrintJob, content: Content, setup: PrintSetup) -> None:
        with self._lock:
            if job.number in self._called_off:
                return
            self._begun.add(job.number)
        self._moved.emit(job.number, JobState.PRINTING, None)
        try:
            self._printers.print(job, content, setup)
        except (Refusal, Trouble) as error:
            self._moved.emit(job.number, JobState.FAILED, error)
        except Exception:
            self._moved.emit(job.number, JobState.FAILED, PrintingFailed(job.printer, 1))
            raise
        else:
            self._moved.emit(job.number, JobState.PRINTED, None)

    @Slot(int, object, object)
    def _on_moved(self, number: int, state: JobState, error: Refusal | Trouble | None) -> None:
        job = replace(self._jobs[number], state=state, error=error)
        self._become(job)
        if state is JobState.PRINTED:
            del self._contents[number]
            self.printed.emit(job)
            self.papers_changed.emit()
        elif state is JobState.FAILED:
            self.failed.emit(job)
            if number in self._contents and self._contents[number].once:
                self._forget(number)
            self.papers_changed.emit()

    def _forget(self, number: int) -> None:
        del self._contents[number]
        self._become(replace(self._jobs[number], state=JobState.DROPPED))

    def _become(self, job: PrintJob) -> None:
        self._jobs[job.number] = job
        self.job_changed.emit(job)
        if job.state in (JobState.DROPPED, JobState.WAITING):
            self.papers_changed.emit()
