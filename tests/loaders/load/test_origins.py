"""How many independent origins a sheet brings: the sources its rows rely on, and itself only where a row names none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decide import decide
from graph.kept.case import Case
from graph.project import project
from graph.said.claim import Mention
from loaders.load.load import Load, prepare
from loaders.mapping import parse
from tests.graph.small_case import new_case
from tests.loaders.load.sheet import entered

SEEN = """
name = "seen"
title = "Who was seen"
recognised_by = ["man", "unit", "told"]
[citations]
space = "guild/exhibit"
column = "told"
[key_space."guild/exhibit"]
reason = "the guild's own number of each exhibit"
[key_space."guild/man"]
reason = "the guild's own name of each man"
[thing.man]
label = "Person"
name = "man"
key = { space = "guild/man", columns = ["man"] }
identified = { text = "named" }
[thing.unit]
label = "Unit"
name = "unit"
key = { space = "guild/man", columns = ["unit"] }
[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "unit"
function = { text = "commander" }
"""
EXHIBITS = """
name = "exhibits"
title = "Exhibits"
recognised_by = ["exhibit", "copy of"]
[key_space."guild/exhibit"]
reason = "the guild's own number of each exhibit"
[thing.exhibit]
label = "Source"
name = "exhibit"
key = { space = "guild/exhibit", columns = ["exhibit"] }
[thing.original]
label = "Source"
name = "copy of"
key = { space = "guild/exhibit", columns = ["copy of"] }
[link.copy]
type = "DERIVED_FROM"
begin = "exhibit"
end = "original"
rests_on = "copy of"
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def load(case: Case, name: str, mapping: str, header: str, *rows: str) -> Load:
    path = case.folder.parent / name
    path.write_text("\n".join([header, *rows, ""]), "utf-8")
    found = prepare(path, lambda reading, file: parse(mapping, "own.toml"))
    return entered(case, found)


def seen(case: Case, name: str, *told: str) -> Load:
    """A sheet with a row for each of these cells of sources, all of one man in one unit."""
    return load(case, name, SEEN, "man,unit,told,row", *(f"Ada Brum,Guard,{cell},{row}" for row, cell in enumerate(told)))


def origins(case: Case) -> dict[str, int]:
    """Of the man, the unit and the posting: how many independent origins the claims about them have."""
    projection = project(case.state)
    sources = {node.id: str(node.properties.get("origin", node.id)) for node in projection.nodes if node.label == "Source"}
    cited = {link.begin: sources[link.end] for link in projection.links if link.type == "CITES"}
    kinds = {node.id: node.label for node in projection.nodes} | {link.id: link.type for link in projection.links}
    found: dict[str, set[str]] = {"Person": set(), "Unit": set(), "POSTED_TO": set()}
    for node in projection.nodes:
        if node.label == "Claim" and (kind := kinds[str(node.properties["about"])]) in found:
            found[kind].add(cited[node.id])
    return {kind: len(some) for kind, some in found.items()}


def everywhere(number: int) -> dict[str, int]:
    return {"Person": number, "Unit": number, "POSTED_TO": number}


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (["E-1"], 1),
        (["E-1", "E-2"], 2),
        (["E-1", "E-1", "E-1"], 1),
        (["E-1;E-2"], 2),
        (["", ""], 1),
        (["E-1", ""], 2),
    ],
    ids=["one testimony", "two testimonies", "one in three rows", "two in one row", "none is named", "one row names none"],
)
def test_of_one_sheet(told: list[str], number: int, case: Case) -> None:
    seen(case, "a.csv", *told)
    assert origins(case) == everywhere(number)


def test_one_testimony_in_two_sheets_is_one(case: Case) -> None:
    seen(case, "a.csv", "E-1")
    seen(case, "b.csv", "E-1", "E-1")
    assert origins(case) == everywhere(1)


def test_a_testimony_and_its_translation_are_one(case: Case) -> None:
    seen(case, "a.csv", "E-1", "E-2")
    load(case, "exhibits.csv", EXHIBITS, "exhibit,copy of", "E-2,E-1")
    assert origins(case) == everywhere(1)


def test_a_sheet_that_derives_from_another_is_one_with_it(case: Case) -> None:
    sheets = [itself(seen(case, "a.csv", "")), itself(seen(case, "b.csv", "", ""))]
    assert origins(case) == everywhere(2)
    copies = load(case, "exhibits.csv", EXHIBITS, "exhibit,copy of", "second sheet,first sheet")
    for sheet, key in zip(sheets, ("first sheet", "second sheet"), strict=True):
        decide(case, "same", [sheet.id, next(m.id for m in copies.mentions.values() if m.key == key)], reason="the same file")
    assert origins(case) == everywhere(1)


def itself(sheet: Load) -> Mention:
    """The mention that is the file."""
    return next(mention for mention in sheet.mentions.values() if mention.part == "file")
