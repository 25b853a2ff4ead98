"""The moments at which a process of Linkage may be killed: before it touches a file, runs a statement or starts a process.

Each process counts its own moments. Told to, it dies at one of them, as by a power cut: nothing is flushed, nothing runs after.
A file that is half-written, or a native library at work, is met by dying a little later instead (`Plan.after`).
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

LOG, PIDS, DIED = "moments", "pids", "died"
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
TOUCHES = ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate")


@dataclass(frozen=True, slots=True)
class Plan:
    """Who dies, and when. `number` 0: nobody; all moments are noted in `folder` instead."""

    root: str
    """What lies in this folder is watched."""
    folder: str
    """Notes of ours, outside of it."""
    role: str = "command"
    """Which of the processes dies: command, builder, private or serve."""
    number: int = 0
    after: float = 0.0
    """So many seconds after that moment."""
    everybody: bool = False
    """With it all that is at work on the case."""
    part: str = ""
    """The part of the work that all moments belong to; else each by what is touched."""
    naive: str = ""
    """What is broken on purpose: a function of `tests.trust.killed.naive`."""

    def as_text(self) -> str:
        """As an argument of a command."""
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Plan:
        """Back from there."""
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Moment:
    """One of a process: its number there, which part of the work it belongs to, and what was about to be done."""

    role: str
    number: int
    part: str
    what: str


def moments(plan: Plan) -> list[Moment]:
    """What a run without a death noted."""
    lines = Path(plan.folder, LOG).read_text("utf-8").splitlines()
    split = [line.split("\t") for line in lines]
    return [Moment(role, int(number), part, what) for role, number, part, what in split]


class Watch:
    """Counts the moments of this process, of that role, and dies at the one that is planned."""

    def __init__(self, plan: Plan, role: str) -> None:
        self.plan, self.role = plan, role
        self.numbers = itertools.count(1)
        self.last = "journal" if role == "command" else "projection"
        self.log = os.open(Path(plan.folder, LOG), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        with Path(plan.folder, PIDS).open("a", encoding="ascii") as pids:
            pids.write(f"{os.getpid()}\n")
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def moment(self, part: str, what: str) -> None:
        """One of them."""
        number, self.last = next(self.numbers), part
        if not self.plan.number:
            os.write(self.log, f"{self.role}\t{number}\t{self.plan.part or part}\t{what}\n".encode())
        elif (self.role, number) == (self.plan.role, self.plan.number):
            self.die()

    def die(self) -> None:
        """At once, or as the kernel's alarm goes, which no code of ours sees."""
        os.close(os.open(Path(self.plan.folder, DIED), os.O_WRONLY | os.O_CREAT))
        if self.plan.after:
            signal.setitimer(signal.ITIMER_REAL, self.plan.after)
            return
        if self.plan.everybody:
            for pid in Path(self.plan.folder, PIDS).read_text("ascii").split():
                if int(pid) != os.getpid():
                    end(int(pid))
        os.kill(os.getpid(), signal.SIGKILL)

    def touched(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook: what is about to be done to a file below the root."""
        if event == "open":
            if not isinstance(arguments[2], int) or not arguments[2] & WRITES:
                return
        elif event not in TOUCHES:
            return
        paths = [os.path.abspath(path) for path in arguments if isinstance(path, str)]  # noqa: PTH100 - it is called a lot
        if paths and paths[-1].startswith(self.plan.root):
            inner = Path(paths[-1]).relative_to(self.plan.root).parts
            self.moment(part_of(inner), f"{event.removeprefix('os.')} {kind_of(inner)}")

    def watch(self) -> None:
        """From now on."""
        sys.addaudithook(self.touched)
        real_sync, real_connect = os.fsync, sqlite3.connect

        def fsync(fd: Any) -> None:
            self.moment(self.last, "fsync")
            real_sync(fd)

        def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = real_connect(*arguments, **named)
            connection.set_trace_callback(self.statement)
            return connection

        os.fsync = fsync
        sqlite3.connect = connect  # type: ignore[assignment]

    def statement(self, text: str) -> None:
        """SQLite is about to run it: what reads is left out."""
        words = text.split()
        if words[0] not in ("SELECT", "PRAGMA", "--"):
            self.moment("journal", " ".join(words[:3] if words[0] == "INSERT" else words[:1]))

    def calls(self, real: Callable[..., Any], part: Callable[..., str], what: str) -> Callable[..., Any]:
        """A function before each call of which is a moment."""

        def watched(*arguments: Any, **named: Any) -> Any:
            self.moment(part(*arguments), what)
            return real(*arguments, **named)

        return watched


def part_of(inner: tuple[str, ...]) -> str:
    """The part of the work that a file belongs to, by its path below the root."""
    if "graph" not in inner:
        return "journal"
    return "projection" if "building" in inner or inner[-1].endswith(".lock") else "swap"


def kind_of(inner: tuple[str, ...]) -> str:
    """Files of one folder are of one kind, however they are called."""
    return "/".join(name for name in inner[:3] if name in ("graph", "databases", "building", "originals", "rejects", "out"))


def end(pid: int) -> None:
    """A process of ours, if it is still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
