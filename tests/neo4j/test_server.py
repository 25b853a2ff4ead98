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


def test_the_environment_names_another_release_and_the_jdk_it_wants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("older", "newer"):
        programs = tmp_path / name / "bin"
        programs.mkdir(parents=True)
        for program in ("java", "javac"):
            (programs / program).touch(mode=0o700)
    for name in ("LINKAGE_TEST_NEO4J", "LINKAGE_TEST_CYPHER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "older"))
    monkeypatch.setenv("JAVA25_HOME", str(tmp_path / "newer"))
    release = server.Release.asked_for()
    assert (release.version, release.cypher, release.java) == (server.LONG_TERM, "", str(tmp_path / "older" / "bin" / "java"))
    monkeypatch.setenv("LINKAGE_TEST_NEO4J", "2026.09.0")
    monkeypatch.setenv("LINKAGE_TEST_CYPHER", "25")
    release = server.Release.asked_for()
    assert (release.version, release.cypher, release.java) == ("2026.09.0", "25", str(tmp_path / "newer" / "bin" / "java"))
