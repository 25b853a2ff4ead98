"""Work that is not over in time, and work that is."""

from __future__ import annotations

import threading
import time

import pytest

from graph.engine import alarm
from graph.engine.alarm import Alarm


def test_what_is_over_in_time_is_left_alone() -> None:
    rang = threading.Event()
    watch = Alarm()
    for _ in range(50):
        with watch.after(0.2, rang.set):
            pass
    assert not rang.wait(0.6)


def test_what_takes_too_long_rings_while_other_work_goes_on() -> None:
    early, late = threading.Event(), threading.Event()
    watch = Alarm()
    with watch.after(60, late.set), watch.after(0.1, early.set):
        assert early.wait(10)  # though the thread was waiting for the later one
        assert not late.is_set()
        with watch.after(0.1, late.set):
            assert late.wait(10)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_alarm_that_fails_does_not_silence_the_next() -> None:
    rang = threading.Event()
    watch = Alarm()

    def fails() -> None:
        raise OSError

    with watch.after(0.05, fails), watch.after(0.2, rang.set):
        assert rang.wait(10)


def test_the_thread_ends_when_nothing_goes_on_and_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alarm, "IDLE_SECONDS", 0.1)
    rang = threading.Event()
    watch = Alarm()
    before = threading.active_count()
    with watch.after(60, rang.set):
        assert threading.active_count() == before + 1
    # It wakes for what it was told of last at the latest; told of something sooner, it wakes then.
    with watch.after(0.05, rang.set):
        assert rang.wait(10)
    deadline = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() == before
    rang.clear()
    with watch.after(0.05, rang.set):
        assert rang.wait(10)
