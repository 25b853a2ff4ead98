"""A mapping's patterns end in time, whatever they say; they know the letters of every script."""

from __future__ import annotations

import time

import pytest

from loaders.mapping.pattern import Pattern


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|aa)+$", r"(a*)*b", r"([a-z]+)*[0-9]$", r"(?:a?){30}a{30}$"])
def test_patterns_that_keep_other_engines_busy_for_ever(pattern: str) -> None:
    begun = time.process_time()
    assert not Pattern(pattern).found_in("a" * 200_000 + "!")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("pattern", [r"(a+)+;", r"(a|aa)+;", r",", r"(?:a|,)+?b"])
def test_cutting_by_them_ends_in_time_too(pattern: str) -> None:
    begun = time.process_time()
    Pattern(pattern).between("a," * 1000)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?i)^unknown\b", "Unknown battalion", True),
        (r"(?i)^unknown\b", "unknowns", False),
        (r"(?i)\bневідом", "Рота НЕВІДОМОГО батальйону", True),
        (r"\bвзвод\b", "1-й взвод", True),
        (r"\bвзвод\b", "взводы", False),
        (r"^\d{4}$", "٢٠١٩", True),
        (r"^NA$", "NA", True),
    ],
)
def test_letters_digits_and_word_ends_of_every_script(pattern: str, text: str, found: bool) -> None:
    assert Pattern(pattern).found_in(text) is found


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(", "unclosed group"),
        ("(?=x)", "look-around"),
        (r"(a)\1", "backreferences"),
        ("((a{1,50}){1,50}){1,20}c", "multiply to more than 1,000"),
        ("a" * 1001, "more than 1,000 characters"),
    ],
)
def test_what_is_no_pattern_or_would_take_too_long(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Pattern(pattern)
