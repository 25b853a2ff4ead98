"""Any text is read; reading changes nothing and depends on nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.names.persons import parse
from loaders.names.persons.given import table
from loaders.names.persons.ranking import likeness

FORMS = [form.title() for name in table() for form in (name.russian[0], *name.belarusian[:1], *name.ukrainian[:1])]
SURNAMES = ("Дубровский", "Ковальчук", "Аўчарэнка", "Зайцаў", "Хмельницький", "Новик", "Лазарович")
NAMES = st.builds(lambda surname, name: f"{surname} {name}", st.sampled_from(SURNAMES), st.sampled_from(FORMS))
TEXTS = st.one_of(st.text(), st.text("Ивановaeiуў.,-'«»() \t\n0123ЁёІі", max_size=40), NAMES)


@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    read = parse(text)
    assert read.original == text
    assert read == parse(text)
    assert (read.given_known, read.given is not None) != (True, False)
    assert read.flags == tuple(sorted(set(read.flags)))


@given(NAMES)
def test_capitals_and_composition_change_no_key(name: str) -> None:
    plain = parse(name)
    for other in (name.upper(), name.lower(), unicodedata.normalize("NFD", name), f"  {name}\u200b "):
        read = parse(other)
        assert (read.surname, read.given) == (plain.surname, plain.given)


@given(st.sampled_from(SURNAMES), st.sampled_from(FORMS))
def test_initials_fit_the_name_they_are_of(surname: str, name: str) -> None:
    assert parse(f"{surname} {name[0]}.").given_initials & parse(f"{surname}, {name}").given_initials


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_likeness_is_even_handed(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert likeness(one, other) == likeness(other, one)
