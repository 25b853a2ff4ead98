from __future__ import annotations

import re

import pytest

from graph.errors import CaseError, IntegrityError
from tests.viz.answers import KEY
from viz import pseudonym
from viz.pseudonym import Rekeyed


def test_a_pseudonym_can_be_read_aloud() -> None:
    assert re.fullmatch(r"P(-([BDFGHJKLMNPRSTVZ][AEIOU]){2}){3}", Rekeyed(KEY, "public", "press").name("p-1"))


def test_the_same_recipient_gets_the_same_again() -> None:
    one, again = Rekeyed(KEY, "prosecutor", "GBA"), Rekeyed(KEY, "prosecutor", "GBA")
    assert (one.name("p-1"), one.id("p-1")) == (again.name("p-1"), again.id("p-1"))


@pytest.mark.parametrize(
    "other", [Rekeyed(KEY, "prosecutor", "ICC"), Rekeyed(KEY, "public", "GBA"), Rekeyed(KEY[::-1], "prosecutor", "GBA")]
)
def test_another_recipient_profile_or_case_shares_nothing(other: Rekeyed) -> None:
    mine = Rekeyed(KEY, "prosecutor", "GBA")
    olds = [f"p-{number}" for number in range(500)]
    assert {mine.name(old) for old in olds}.isdisjoint(other.name(old) for old in olds)
    assert {mine.id(old) for old in olds}.isdisjoint(other.id(old) for old in olds)


def test_ten_thousand_persons_get_as_many_pseudonyms() -> None:
    rekeyed = Rekeyed(KEY, "public", "press")
    assert len({rekeyed.name(f"p-{number}") for number in range(10_000)}) == 10_000


def test_two_persons_never_share_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonym, "SYLLABLES", 2)  # 6,400 pseudonyms: soon two meet
    rekeyed = Rekeyed(KEY, "public", "press")
    with pytest.raises(IntegrityError):
        for number in range(2_000):
            rekeyed.name(f"p-{number}")


def test_a_short_key_is_refused() -> None:
    with pytest.raises(CaseError):
        Rekeyed(b"short", "public", "press")
