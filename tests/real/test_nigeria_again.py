"""Nigeria, loaded once more: nothing changes, whatever the files are called and in whatever order they and their rows come."""

from __future__ import annotations

import csv
import random
import shutil
from pathlib import Path

import pytest

from graph import canonical
from graph.projection import Hashes
from graph.served import fresh
from queries.desk.load import load
from tests.real.loaded import NIGERIA, Loaded, Served, entered


def hashes(found: Loaded) -> Hashes:
    return canonical.hashes(found.projection.nodes, found.projection.links)


def test_the_same_files_again_change_nothing(nigeria: Loaded, nigeria_served: Served, data: Path) -> None:
    head = nigeria.case.journal.head
    again = load(nigeria.case, [data / name for name in NIGERIA])
    assert [one.already for one in again] == [one.sequence for one in nigeria.loads]
    assert nigeria.case.journal.head == head
    assert fresh(nigeria.case, nigeria_served.engine) == nigeria_served.marker
    assert nigeria_served.marker.hashes == hashes(nigeria)


def test_other_names_and_the_other_order_give_the_same_graph(nigeria: Loaded, data: Path, tmp_path: Path) -> None:
    copies = [Path(shutil.copy(data / name, tmp_path / f"{n}{Path(name).suffix}")) for n, name in enumerate(NIGERIA)]
    other = entered(tmp_path / "case", copies[::-1], zone="Africa/Lagos")
    with other.case:
        assert hashes(other) == hashes(nigeria)


@pytest.mark.slow
def test_shuffled_rows_give_the_same_facts(data: Path, tmp_path: Path) -> None:
    (persons,) = [data / name for name in NIGERIA if "persons" in name]
    with persons.open(encoding="utf-8", newline="") as file:
        header, *records = csv.reader(file)
    random.Random(2019).shuffle(records)
    shuffled = tmp_path / "shuffled.csv"
    with shuffled.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *records])
    one = entered(tmp_path / "one", [persons], zone="Africa/Lagos")
    other = entered(tmp_path / "other", [shuffled], zone="Africa/Lagos")
    with one.case, other.case:
        assert other.loads[0].rows == 885
        assert hashes(one).facts == hashes(other).facts
        assert hashes(one).graph != hashes(other).graph, "rows and file of each claim are others"
