"""The embedded server stays for as long as a notebook's graph is open, and no longer."""

from __future__ import annotations

import gc
import os
import signal
import time
from pathlib import Path

import pytest

from graph.engine.arcadedb import server
from graph.kept.case import Case

pytest.importorskip("py2neo", reason="py2neo is not installed (the extra notebook brings it)")

from graph.notebook import open_graph  # after the line above

pytestmark = pytest.mark.engine

IDLE = 0.3
COUNT = "MATCH (u:Unit) RETURN count(u)"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that nobody holds ends after this time."""
    monkeypatch.setenv(server.IDLE_SECONDS, str(IDLE))


def ended(folder: Path, *, within: float) -> bool:
    """Whether nobody serves the folder, at the latest after so many seconds."""
    until = time.monotonic() + within
    while server.running(folder):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_an_open_graph_holds_the_server_and_a_closed_one_lets_go(embedded: Case) -> None:
    with open_graph(embedded) as graph:
        assert not ended(embedded.graph_folder, within=IDLE * 5)
        assert graph.evaluate(COUNT) == 3
    assert ended(embedded.graph_folder, within=60)


def test_without_with_it_lets_go_when_closed(embedded: Case) -> None:
    graph = open_graph(embedded)
    assert graph.evaluate(COUNT) == 3
    graph.close()
    graph.close()
    assert ended(embedded.graph_folder, within=60)


def test_a_graph_that_is_forgotten_lets_go(embedded: Case) -> None:
    graph = open_graph(embedded)
    node = graph.nodes["u-x"]
    del graph
    assert not ended(embedded.graph_folder, within=IDLE * 5)  # the node is the graph's still
    assert node.graph.evaluate(COUNT) == 3
    del node
    gc.collect()  # py2neo's nodes hold themselves
    assert ended(embedded.graph_folder, within=60)


def test_a_graph_that_cannot_be_opened_holds_nothing(embedded: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with open_graph(embedded):
        pass
    monkeypatch.setattr("graph.notebook.source.fresh", fails)
    with pytest.raises(KeyboardInterrupt):
        open_graph(embedded)
    assert ended(embedded.graph_folder, within=60)


def test_a_server_that_was_killed_is_replaced_in_silence(embedded: Case) -> None:
    with open_graph(embedded) as graph:
        assert graph.evaluate(COUNT) == 3
        os.kill(int((embedded.graph_folder / "server.lock").read_text("utf-8")), signal.SIGKILL)
        assert graph.evaluate(COUNT) == 3
