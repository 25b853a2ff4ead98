"""Every form of all hundred persons is recognised, in what it may stand in: quicker than exporting it."""

from __future__ import annotations

import pytest

from loaders.names.bearers import Bearers, Person
from tests.trust.canaries import Canary, canaries
from tests.trust.written import written

PERSONS = (*canaries(), *written())
PLACES = ("{}", "{} Squad", "Post of {}", "sergeant, brother of {}", "deputy of {}", "hammer of {}")
OTHERS = [f"Kesto Marrane {number}" for number in range(5)]
KNOWN = Bearers(
    [*(Person((one.name,), protected=True) for one in PERSONS), *(Person((name,), protected=False) for name in OTHERS)]
)


@pytest.mark.parametrize("person", PERSONS, ids=[str(number) for number in range(len(PERSONS))])
def test_every_form_is_recognised(person: Canary) -> None:
    assert [text for form in person.forms for place in PLACES if not KNOWN.names(text := place.format(form))] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", [*OTHERS, "17", "Бжестрин", "Olga", "Frau Sommer", "Tannery"])
def test_control_what_names_none_of_them_is_not(place: str, name: str) -> None:
    assert not KNOWN.names(place.format(name))
