"""A child is stopped by what it takes of a processor. A busy machine makes it slow, and that is no fault of the file."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from loaders.reading import child
from loaders.reading.child import Stopped, messages

READER = """
import time
DAMAGED = "damaged"
class Stop(Exception): ...
def say(data, limits, send):
    {work}
    send(row=1)
"""
LIMITS = {"memory": child.MEMORY, "seconds": 1}
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="this system counts no processor time of a child")


def reader(folder: Path, work: str) -> Path:
    path = folder / "reader.py"
    path.write_text(READER.format(work=work), "utf-8")
    return path


def test_one_that_waits_for_its_turn_goes_on(tmp_path: Path) -> None:
    """It waits for five times as long as it may work: files of 15 KB were refused while other programs ran."""
    assert list(messages(reader(tmp_path, "time.sleep(5.2)"), b"", LIMITS)) == [{"row": 1}]


def test_one_that_works_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="overtime"):
        list(messages(reader(tmp_path, "while True: pass"), b"", LIMITS))


def test_one_that_never_gets_its_turn_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 1)
    with pytest.raises(Stopped, match="stalled"):
        list(messages(reader(tmp_path, "time.sleep(60)"), b"", LIMITS))
