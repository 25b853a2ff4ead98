"""What tells who somebody is beside the name: nobody outside reads it of a protected person, and of none who the parents are."""

from __future__ import annotations

import pytest

from tests.viz.answers import KEY, NOBODY, answer, link, node
from viz.export.formats import formats
from viz.profile import BUILT_IN
from viz.release import release

TOLD = {
    "died": "1931-02-03",
    "birthplace": "Kvilmograd",
    "nationality": ["Zhventian"],
    "father": "Tarn Skrybl",
    "mother": "Ilse Trumpsk",
    "identifiers": ["passport: MP7654321", "personal number: 77-ZHV-19"],
}
CANARIES = ("1931", "Kvilmograd", "Zhventian", "Skrybl", "Trumpsk", "7654321", "77-ZHV")
OUTSIDE = [name for name in BUILT_IN if name != "internal"]


def everything(profile: str, *, protected: bool) -> str:
    """All that leaves of a person, in each format: of the person, of a claim about the person, and in a column of its own."""
    person = node("Person", "p-aaaaaaaaaaaaaaaa", name="Orsolin Vade", born="1930", protected=protected, **TOLD)
    claims = [
        node("Claim", f"c-{at:016}", property=name, value=str(value), original=str(value), quote=str(value), polarity="asserts")
        for at, (name, value) in enumerate(TOLD.items())
    ]
    unit = node("Unit", "u-aaaaaaaaaaaaaaaa", name="2nd Harbour Guard Company")
    cells = {"person": person, "posted": link("POSTED_TO", person, unit), "unit": unit}
    cells |= {f"claim_{at}": claim for at, claim in enumerate(claims)} | {f"told_{name}": str(TOLD[name]) for name in TOLD}
    released = release(answer(cells), profile, "A court", key=KEY, protected=NOBODY)
    return repr(released) + "".join(
        f"{name}{content.decode(errors='replace')}" for format_ in formats().values() for name, content in format_.files(released)
    )


@pytest.mark.parametrize("profile", OUTSIDE)
def test_nothing_of_it_leaves_of_a_protected_person(profile: str) -> None:
    left = everything(profile, protected=True)
    assert [canary for canary in CANARIES if canary in left] == []
    assert "MP7654321" in everything("internal", protected=True)


def test_a_prosecutor_reads_it_of_an_officer_but_not_who_the_parents_are() -> None:
    left = everything("prosecutor", protected=False)
    assert [canary for canary in CANARIES if canary not in left] == ["Skrybl", "Trumpsk"]


def test_in_public_nothing_of_it_is_named() -> None:
    left = everything("public", protected=False)
    assert [canary for canary in CANARIES if canary in left] == []
