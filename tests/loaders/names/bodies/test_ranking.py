"""The likeliest of many: better above worse, never a score."""

from __future__ import annotations

from loaders.names.bodies.acronyms import covered
from loaders.names.bodies.ranking import BodyIndex, rank
from loaders.names.lookup import Named

KNOWN = [
    Named("u1", ("1 Brigade",)),
    Named("u2", ("1 Battalion", "First Battalion")),
    Named("u3", ("21 Armoured Brigade",)),
    Named("u4", ("21 Armoured Brigade Garrison",)),
    Named("u5", ("Brum Police Division",)),
    Named("u6", ("Brum Police Area Command",)),
    Named("u7", ("Vold Police Division",)),
    Named("u8", ("Police Mobile Force Squadron 12",)),
    Named("u9", ("Naval Training Command",)),
    Named("u10", ("Department of Army Standards and Evaluation",)),
    Named("u11", ("Велидарский батальон ОСОП",)),
    Named("u12", ("Special Anti-Robbery Squad (Kano State Police Command)",)),
    Named("u13", ("Special Anti-Robbery Squad (Edo State Police Command)",)),
]


def first(text: str) -> str:
    return rank(text, KNOWN)[0].thing.id


def test_abbreviations_and_numbers_in_words() -> None:
    assert first("21 Armd Bde") == "u3"
    assert first("1st Bn") == "u2"
    assert first("One Brigade") == "u1"
    assert first("MOPOL 12") == "u8"
    assert first("SARS Edo") == "u13"


def test_another_number_goes_below_another_kind() -> None:
    assert first("21 Battalion") == "u3"


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert first("Brum Division") == "u5"
    assert first("Area Command, Brum") == "u6"


def test_letters_that_stand_for_a_name() -> None:
    assert first("NAVTRAC") == "u9"
    assert first("DASE") == "u10"


def test_another_script() -> None:
    assert first("Velidar OSOP Battalion") == "u11"


def test_a_slip() -> None:
    assert first("Brumm Police Division") == "u5"


def test_it_says_which_name_fits_and_why() -> None:
    (best, *_) = rank("1 Battalion", KNOWN)
    assert (best.matched, best.because) == ("1 Battalion", "the same letters")
    assert rank("Second Vold Division", KNOWN)[0].because.startswith("shares vold")
    assert rank("Велидарский ОСОП", KNOWN)[0].because == "shares велидарскии, special police (OSOP)"


def test_nothing_in_common_is_left_out() -> None:
    assert rank("Zygmunt", KNOWN) == []
    assert BodyIndex([]).rank("Brum") == []


def test_each_thing_once_in_an_order_that_does_not_depend_on_theirs() -> None:
    there = [(one.thing.id, one.score) for one in rank("1st Battalion", KNOWN)]
    assert there == [(one.thing.id, one.score) for one in rank("1st Battalion", KNOWN[::-1])]
    assert len({id_ for id_, _ in there}) == len(there)


def test_acronyms_take_the_beginnings_of_words_in_order() -> None:
    assert covered("navtrac", ("naval", "training", "command")) == 1.0
    assert covered("nc", ("naval", "training", "command")) < 1.0
    assert covered("cn", ("naval", "training", "command")) == 0.0
    assert covered("x", ("xylophone", "command")) == 0.0
