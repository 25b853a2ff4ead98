"""A mapping that does not say what its links mean: said in the report, and nothing is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

MAPPING = """
name = "order"
title = "The order of battle"
recognised_by = ["unit", "above", "man"]
[thing.unit]
label = "Unit"
name = "unit"
[thing.above]
label = "Unit"
name = "above"
[thing.man]
label = "Person"
name = "man"
[link.under]
type = "SUBORDINATE_TO"
begin = "unit"
end = "above"
rests_on = "above"
{under}
[link.served]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "man"
{served}
"""
UNDER = (
    '[link.under] gives no relation: each is kept as "unknown", since only command carries a chain. If the sheet means '
    'command or administrative or informal, say so: relation = { text = "…" }, or a column'
)


def read(folder: Path, under: str = "", served: str = "") -> Load:
    return loaded(folder, "unit,above,man\nHarbour Guard,Coast Command,Ada Brum\n", MAPPING.format(under=under, served=served))


def told(load: Load) -> list[str]:
    return [note.text for note in load.notes]


def test_what_the_links_mean_is_asked_for(tmp_path: Path) -> None:
    first, second = told(read(tmp_path))
    assert first == UNDER
    assert second.startswith('[link.served] gives no function: each is kept as "unknown", since only a commander commands')


@pytest.mark.parametrize("under", ['relation = { text = "command" }', 'relation = "above"', "denies = true"])
def test_nothing_is_asked_where_it_is_said_or_denied(tmp_path: Path, under: str) -> None:
    assert told(read(tmp_path, under, 'function = { text = "member" }')) == []
