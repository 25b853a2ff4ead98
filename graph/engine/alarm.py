"""Something to be done where work is not over in time. One thread looks after all that is going on, and ends when nothing is:
a thread for each question would cost more than many a question."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

IDLE_SECONDS = 5.0
"""How long the thread waits for more work before it ends."""


@dataclass(eq=False, slots=True)
class _Due:
    at: float
    act: Callable[[], None]


@dataclass(eq=False)
class Alarm:
    """Deadlines of work that is going on."""

    _changed: threading.Condition = field(default_factory=threading.Condition)
    _due: list[_Due] = field(default_factory=list)
    _wakes: float | None = None
    """When the thread looks next; None where there is no thread."""

    @contextmanager
    def after(self, seconds: float, act: Callable[[], None]) -> Iterator[None]:
        """`act` is called in another thread where the block is not left after so many seconds."""
        due = _Due(time.monotonic() + seconds, act)
        with self._changed:
            self._due.append(due)
            if self._wakes is None:
                threading.Thread(target=self._watch, daemon=True).start()
                self._wakes = due.at
            elif due.at < self._wakes:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                if due in self._due:
                    self._due.remove(due)

    def _watch(self) -> None:
        idle_since = time.monotonic()
        while True:
            with self._changed:
                now = time.monotonic()
                if self._due:
                    idle_since = now
                elif now - idle_since >= IDLE_SECONDS:
                    self._wakes = None
                    return
                late = [due for due in self._due if due.at <= now]
                if not late:
                    self._wakes = min((due.at for due in self._due), default=now + IDLE_SECONDS)
                    self._changed.wait(self._wakes - now)
                self._due = [due for due in self._due if due not in late]
            for due in late:  # in a thread of its own: one that takes long or fails holds up no other
                threading.Thread(target=due.act, daemon=True).start()
