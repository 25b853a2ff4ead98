"""The server is waited for as long as a busy machine needs, and no longer once it has ended."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.neo4j import server
from tests.neo4j.patience import patience


@pytest.mark.parametrize(("load", "seconds"), [(0.0, 60), (1.5, 60), (2.0, 60), (8.0, 240), (20.0, 600)])
def test_a_minute_is_longer_where_more_programs_want_a_core(load: float, seconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    assert len(list(patience(60))) == seconds


def test_a_server_that_ended_is_not_waited_for(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    log.write_text("no room for the heap\n", "utf-8")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    begun = time.monotonic()
    with pytest.raises(AssertionError, match="no room for the heap"):
        server.wait("bolt://127.0.0.1:1", ended, log)
    assert time.monotonic() - begun < server.QUIET_SECONDS
