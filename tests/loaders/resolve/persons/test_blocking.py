"""Shortened surnames meet wherever two surnames are one letter apart."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.resolve.persons.blocking import SHORTENED_FROM, shortened

SURNAMES = st.text("AIUbvdkmnrst", min_size=SHORTENED_FROM, max_size=11)


@given(SURNAMES, st.data())
def test_one_edit_apart_they_share_a_shortened_form(surname: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(surname) - 1))
    letter = data.draw(st.sampled_from("AIUbvdkmnrst"))
    slips = {
        "left out": surname[:at] + surname[at + 1 :],
        "put in": surname[:at] + letter + surname[at:],
        "another": surname[:at] + letter + surname[at + 1 :],
        "swapped": surname[:at] + surname[at + 1 : at + 2] + surname[at] + surname[at + 2 :],
    }
    slip = slips[data.draw(st.sampled_from(sorted(slips)))]
    assume(len(slip) >= SHORTENED_FROM)

    assert set(shortened(surname)) & set(shortened(slip))


def test_a_short_surname_is_not_shortened() -> None:
    assert shortened("lI") == []
    assert shortened("bAUm") == []
