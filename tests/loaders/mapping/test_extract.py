"""A pattern with one group takes a part out of a text, as far as it is said which; and in time that grows with the text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import MappingError
from loaders.mapping import parse
from loaders.mapping.extract import Extract
from tests.loaders.mapping.test_faults import GOOD

TAKEN = (
    (r"№\s*(\d+)", "паспорт №  12345, выдан", "12345"),
    (r"№\s*(\d+)", "№", None),
    (r"(?i)\bborn\b\D*(\d{4})", "Vade (BORN in 1970)", "1970"),
    (r"(?i)\bborn\b\D*(\d{4})", "reborn 1970", None),
    (r"^(.+)\(", "Vade (b. 1970) (x)", "Vade (b. 1970) "),
    (r"^(.+?)\s*\(", "Vade (b. 1970) (x)", "Vade"),
    (r"(\d{4})", "12345", "1234"),
    (r"(?P<year>\d{4})$", "in 1970", "1970"),
    (r"\b([A-Z]{2}\d+)\b", "xMP12 MP123a MP1234", "MP1234"),
    (r"[(](\w+|\d+)[)]", "a (Дед)", "Дед"),
    (r"^(?:Lt\. )?(.+)$", "Lt. Kesto Marrane", "Kesto Marrane"),
    (r"^(?:Lt\. )?(.+)$", "Kesto Marrane", "Kesto Marrane"),
    (r"^(?:в[о]? )?(.+?),", "в Озёрном, дом 2", "Озёрном"),
    (r"^.*(\d+)", "no. 5 of 17", "7"),
    (r"^.*?(\d+)", "no. 5 of 17", "5"),
    (r"\(?(\d+)\)?", "(17)", "17"),
)
FAULTS = {
    r"\d+": "no group: it takes the value out by one group",
    r"(a)(b)": "2 groups",
    r"((a))": "a group in another one",
    r"(a)+": "a group that may repeat or lack",
    r"x|(a)": "alternatives outside the group",
    r"(a": "no pattern: unclosed group",
    r"\((a\)": "no pattern",
}


@pytest.mark.parametrize(("pattern", "text", "taken"), TAKEN)
def test_the_group_is_taken_out(pattern: str, text: str, taken: str | None) -> None:
    assert Extract(pattern).taken_from(text) == taken


@pytest.mark.parametrize("pattern", FAULTS)
def test_a_pattern_that_does_not_say_which_part_is_meant_is_a_fault_with_its_line(pattern: str) -> None:
    mapping = GOOD.replace('name = "name"', f"name = {{ column = 'name', extract = '{pattern}' }}")
    with pytest.raises(MappingError) as refused:
        parse(mapping, "own.toml")
    assert str(refused.value).startswith("own.toml, line 7: [thing.person].name.extract: ")
    assert FAULTS[pattern] in str(refused.value)


@given(
    st.sampled_from(["a", "b+", "[ab]", "", r"\b", "(?:a|bb)", "a?", "^a?", "(?:ab)?", "a*", "a*?", ".*?b", ".*b"]),
    st.sampled_from(["a+", "b*a", "[ab]+", "a|ab", ".+?", "a{2}"]),
    st.sampled_from(["b", "", "a*", r"\b", "$", "(?:b|$)"]),
    st.text("ab ", max_size=8),
)
def test_what_is_taken_is_what_another_engine_finds_in_the_same_place(before: str, inside: str, behind: str, text: str) -> None:
    """Where Python's engine finds the pattern, this one takes the same out; but of alternatives the longest, not the first."""
    whole = f"{before}({inside}){behind}"
    found = re.search(whole, text)
    taken = Extract(whole).taken_from(text)
    assert (taken is None) == (found is None)
    if taken is not None and "|" not in whole:
        assert found is not None and taken == found[1]
    elif taken is not None:
        assert re.search(f"(?:{before})(?:{inside})(?:{behind})", text)
        assert re.fullmatch(inside, taken)


@pytest.mark.parametrize(
    ("pattern", "text"), [(r"((?:a+)+)b$", "a" * 2000), (r".(b+).", "a" * 1997 + "xbx"), (r"(a*)c", "a" * 2000)]
)
def test_no_pattern_keeps_it_busy(pattern: str, text: str) -> None:
    begun = time.monotonic()
    Extract(pattern).taken_from(text)
    assert time.monotonic() - begun < 2


def test_a_longer_text_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 2,000 letters"):
        Extract("(a)").taken_from("a" * 2001)
