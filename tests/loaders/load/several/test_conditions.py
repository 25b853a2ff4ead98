"""A condition on a cell that is split asks the whole cell first: what it leaves out is left out with all its pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.load.several.sheet import EVENT, links, names, read

UNITS = """
[thing.unit]
label = "Unit"
split = [" + ", ", "]
key = { space = "file", columns = ["unit"] }
name = "unit"
when = %s
[link.part]
type = "ALLEGED_IN"
begin = "unit"
end = "event"
rests_on = "unit"
"""
ROWS = 'id,unit\n1,"masked, heron badge"\n2,Coast Patrol + Quay Guard\n3,Coast Patrol\n'
BOTH, ONE = ["Coast Patrol", "Quay Guard", "Coast Patrol"], ["Quay Guard"]


@pytest.mark.parametrize(
    ("condition", "made"),
    [
        ('{ column = "unit", is_not = ["masked, heron badge"] }', BOTH),
        ('{ all_of = [{ column = "unit", filled = true }, { column = "unit", is_not = ["masked, heron badge"] }] }', BOTH),
        ('{ column = "unit", is_not = ["masked, heron badge", "Coast Patrol"] }', ONE),
        ('{ column = "unit", is = ["Coast Patrol + Quay Guard", "Coast Patrol"] }', BOTH),
        ('{ column = "unit", is = ["Quay Guard"] }', ONE),
    ],
)
def test_the_whole_cell_is_asked_and_then_its_pieces(condition: str, made: list[str], tmp_path: Path) -> None:
    """A masked group became two units that allegedly took part, though the mapping left its cell out."""
    load = read(tmp_path, ROWS, EVENT, UNITS % condition)
    assert sorted(names(load, "unit")) == sorted(made)
    assert sorted(begin for begin, _ in links(load, "ALLEGED_IN")) == sorted(made)


def test_a_cell_of_another_column_that_is_left_out_is_left_out_of_all(tmp_path: Path) -> None:
    """Whether it holds as many values as there are units or not."""
    units = UNITS % '{ column = "sure", is_not = ["no, hearsay", "no, of a third man, retold"] }'
    rows = 'id,unit,sure\n1,"Coast Patrol, Quay Guard","no, hearsay"\n2,"Coast Patrol, Quay Guard","no, of a third man, retold"\n'
    load = read(tmp_path, rows, EVENT, units)
    assert (names(load, "unit"), links(load, "ALLEGED_IN")) == ([], [])
