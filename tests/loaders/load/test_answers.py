"""An answer about a file can be taken back: the file loaded again with another answer takes the place of the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from graph.kept.case import Case
from loaders.load.kept import kept_load
from loaders.load.load import Load, prepare
from loaders.mapping import parse
from tests.graph.small_case import graph, links, new_case, nodes, span_of
from tests.loaders.load.sheet import entered

MAPPING = """
name  = "stays"
title = "Stays in an invented barracks"
recognised_by = ["no", "name", "place", "from", "to"]
[thing.person]
label = "Person"
key   = { space = "file", columns = ["no"] }
name  = "name"
[thing.place]
label = "Station"
key   = { space = "file", columns = ["place"] }
name  = "place"
[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "place"
span     = { begin = "from", end = "to" }
"""
EITHER_WAY = "no,name,place,from,to\n1,Ada Brumm,Barracks,03/04/2012,05/04/2012\n2,Olu Zent,Barracks,01/04/2012,06/04/2012\n"
SHORT_YEARS = "no,name,place,from,to\n1,Ada Brumm,Barracks,21/04/21,25/04/21\n"
CYRILLIC = "no,name,place,from,to\n1,Ада Брумм,Казармы,2012-04-03,2012-04-05\n".encode("cp1251")
MOMENTS = "no,name,place,from,to\n1,Ada Brumm,Barracks,2012-04-03T22:00Z,2012-04-05T10:00Z\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def load(case: Case, content: str | bytes, *, name: str = "stays.csv", mapping: str = MAPPING, **answers: Any) -> Load:
    path = case.folder.parent / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = prepare(path, lambda *_: parse(mapping, "stays"), **answers)
    return entered(case, found)


def began(case: Case) -> set[datetime]:
    return {span_of(link).possible.begin for link in links(case.state, "HELD_AT").values()}


def anew(tmp_path: Path, content: str | bytes, **answers: Any) -> Any:
    with new_case(tmp_path / "anew") as fresh:
        load(fresh, content, **answers)
        return graph(fresh.state)


def test_the_order_of_day_and_month(case: Case, tmp_path: Path) -> None:
    load(case, EITHER_WAY, dates="month-first")
    assert began(case) == {datetime(2012, 3, 4), datetime(2012, 1, 4)}
    second = load(case, EITHER_WAY, dates="day-first")
    assert (second.already, second.supersedes) == (None, 2)
    assert began(case) == {datetime(2012, 4, 3), datetime(2012, 4, 1)}
    assert graph(case.state).facts == anew(tmp_path, EITHER_WAY, dates="day-first").facts
    assert load(case, EITHER_WAY, dates="day-first").already == second.sequence
    assert load(case, EITHER_WAY, dates="month-first").supersedes == second.sequence
    assert began(case) == {datetime(2012, 3, 4), datetime(2012, 1, 4)}


def test_the_encoding(case: Case, tmp_path: Path) -> None:
    first = load(case, CYRILLIC, encoding="koi8-r")
    assert "Ада Брумм" not in {node.properties["name"] for node in nodes(case.state, "Person").values()}
    second = load(case, CYRILLIC, encoding="cp1251")
    assert second.supersedes == first.sequence
    assert [node.properties["name"] for node in nodes(case.state, "Person").values()] == ["Ада Брумм"]
    assert [node.properties["name"] for node in nodes(case.state, "Station").values()] == ["Казармы"]


@pytest.mark.parametrize(("first", "second"), [("none", "1930"), ("1900", "1930"), ("1930", "1900")])
def test_the_century(case: Case, tmp_path: Path, first: str, second: str) -> None:
    load(case, SHORT_YEARS, century=first)
    load(case, SHORT_YEARS, century=second)
    assert began(case) == {datetime(1921 if second == "1900" else 2021, 4, 21)}
    assert graph(case.state).facts == anew(tmp_path, SHORT_YEARS, century=second).facts


def test_the_time_zone_of_the_case(case: Case) -> None:
    first = load(case, MOMENTS)
    settings = case.folder / "case.toml"
    text = settings.read_text("utf-8")
    assert case.settings.time_zone in text
    settings.write_text(text.replace(case.settings.time_zone, "Asia/Tokyo"), "utf-8")
    with Case.find(str(case.folder)) as again:
        before = began(again)
        second = load(again, MOMENTS)
        assert second.supersedes == first.sequence
        assert began(again) != before
        entry = again.journal.entry(first.sequence or 0)
        assert entry is not None
        assert kept_load(again, entry).claims == first.claims, "read again as it was read that day"


def test_what_was_decided_stands_after_another_answer(case: Case) -> None:
    first = load(case, EITHER_WAY, dates="month-first")
    second = load(case, EITHER_WAY, dates="day-first")
    assert second.mentions.keys() == first.mentions.keys(), "a decision speaks of mentions"


def test_a_file_that_a_newer_one_replaced_does_not_come_back_beside_it_by_another_answer(case: Case) -> None:
    load(case, EITHER_WAY, dates="month-first")
    newer = load(case, EITHER_WAY.replace("Brumm", "Brum"), name="newer.csv", dates="day-first", replaces=2)
    before = graph(case.state)
    for mapping in (MAPPING, MAPPING.replace("Stays in", "Stays at")):
        back = load(case, EITHER_WAY, dates="day-first", mapping=mapping)
        assert (back.already, back.counts_no_more) == (2, True)
        assert graph(case.state) == before
    named = load(case, EITHER_WAY, dates="day-first", replaces=newer.sequence)
    assert named.supersedes == newer.sequence
    again = load(case, EITHER_WAY, dates="month-first")
    assert again.supersedes == named.sequence, "it stands there, read in another way"
