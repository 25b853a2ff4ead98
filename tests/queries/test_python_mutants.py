"""The mutations themselves: each kind is made, loaded and taken back; what cannot change an answer is left alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.queries.python_mutants import in_place_of, mutants

SOURCE = '''
"""Text."""
from __future__ import annotations
from dataclasses import dataclass

LEAST = 2
NAMES: TypeAlias = "int"

@dataclass(frozen=True)
class Room:
    beds: int

    @property
    def large(self) -> bool:
        return self.beds > LEAST

def fits(rooms: list[Room], guests: int, *, quiet: bool = False) -> str:
    """More text."""
    known = [room.beds for room in rooms if room.beds]
    if not known:
        raise ValueError("no room")
    enough = sum(known) - 1 >= guests and not quiet
    return "possible" if enough or any(room.large for room in rooms) else "no"
'''

WAYS = ["GtE for Gt", "Lt for Gt", "Gt for GtE", "Or for And", "Add for Sub", "all for any", "always", "never", "3", "True"]
WAYS += ["without room.beds", "not quiet dropped", "sign or negation dropped", "'certain'", "'not no'", "nothing returned"]


@pytest.fixture
def inn() -> Iterator[ModuleType]:
    module = ModuleType("tests.inn")
    sys.modules["tests.inn"] = module
    exec(compile(SOURCE, "inn", "exec"), vars(module))
    yield module
    del sys.modules["tests.inn"]


def ways() -> list[str]:
    return [mutant.how.rsplit(": ", 1)[1] for mutant in mutants(SOURCE)]


@pytest.mark.parametrize("how", WAYS)
def test_a_way_of_being_wrong_is_made(how: str) -> None:
    assert how in ways()


def test_text_annotations_and_errors_are_left_alone() -> None:
    assert not [mutant.how for mutant in mutants(SOURCE) if "ext" in mutant.how or "no room" in mutant.how or "int" in mutant.how]
    assert all("frozen=True" in mutant.source for mutant in mutants(SOURCE))


def test_every_mutant_is_another_text_that_can_be_compiled() -> None:
    texts = [mutant.source for mutant in mutants(SOURCE)]
    assert len(texts) == len(set(texts)) > 20
    for text in texts:
        compile(text, "mutant", "exec")


def test_a_mutant_is_what_others_call_until_it_is_taken_back(inn: ModuleType) -> None:
    held: Any = inn.fits
    rooms = [inn.Room(2), inn.Room(2)]
    assert held(rooms, 3) == "possible" and held(rooms, 4) == "no"
    wrong = next(mutant for mutant in mutants(SOURCE) if mutant.how.endswith("Gt for GtE"))
    with in_place_of(inn, wrong.source):
        assert held(rooms, 3) == "no"
    assert held(rooms, 3) == "possible"


def test_properties_and_constants_are_replaced_too(inn: ModuleType) -> None:
    room = inn.Room(2)
    for how in ("GtE for Gt", "Lt for Gt"):
        wrong = next(mutant for mutant in mutants(SOURCE) if mutant.how.endswith(how))
        with in_place_of(inn, wrong.source):
            assert room.large is (how == "GtE for Gt")
    with in_place_of(inn, SOURCE.replace("LEAST = 2", "LEAST = 1")):
        assert room.large and inn.LEAST == 1
    assert not room.large and inn.LEAST == 2
