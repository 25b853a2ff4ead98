"""A key alone says that there is such a thing: a row that holds nothing but numbers still names somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.said.claim import EXISTS
from tests.loaders.load.sheet import loaded

HEAD = 'name = "crash"\ntitle = "x"\nrecognised_by = ["pid", "uid"]\n'
PERSON = HEAD + '[thing.p]\nlabel = "Person"\nkey = { space = "file", columns = ["pid"] }\n'
SHEET = "pid,uid\nP8,U1\n,U2\n"


@pytest.mark.parametrize(
    "more",
    ["", 'when = { column = "pid", filled = true }\n', 'identified = { text = "named" }\n'],
    ids=["key", "when and key", "a constant beside it"],
)
def test_a_part_of_a_key_and_no_property(more: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, SHEET, PERSON + more)
    (person,) = [mention for mention in load.mentions.values() if mention.part == "p"]
    assert (person.what, person.key, person.locator) == ("Person", "P8", "row 2, pid")
    said = {(claim.property, claim.value, claim.original) for claim in load.claims.values() if claim.about == person.id}
    assert (EXISTS, "Person", "P8") in said  # it rests on the cell of its key
    assert [reject.row for reject in load.rejects] == [3]


def test_where_the_condition_is_met_and_the_key_is_empty_it_is_said(tmp_path: Path) -> None:
    load = loaded(tmp_path, SHEET, PERSON + 'when = { column = "uid", filled = true }\n[thing.u]\nlabel = "Unit"\nname = "uid"\n')
    assert [(issue.row, issue.column) for issue in load.issues] == [(3, "pid")]
    assert "nothing names it" in load.issues[0].what
