"""`split` in a mapping: what stands between several in one cell, where it may stand, and what it must say."""

from __future__ import annotations

import pytest

from loaders.mapping import Split, parse, shipped
from loaders.mapping.part import LABELS, ThingPart
from tests.loaders.mapping.test_faults import GOOD, changed, faults

SPLIT = GOOD.replace('name = "name"', 'name = "name"\nsplit = ";"')
BOTH = SPLIT.replace('name = "unit"', 'name = "unit"\nsplit = ";"')


@pytest.mark.parametrize(
    ("given", "text", "pieces"),
    [
        (";", "a; b;;c", ["a", "b", "", "c"]),
        ([";", ","], "a; b, c", ["a", "b", "c"]),
        (["-", "--"], "a--b-c", ["a", "b", "c"]),
        ([" и ", ","], "А, Б и В", ["А", "Б", "В"]),
        ({"matches": r"(?i),|\s+(?:and|и)\s+"}, "A, B AND C и Д", ["A", "B", "C", "Д"]),
        ({"matches": r"\band\b"}, "Andrand and Sand", ["Andrand", "Sand"]),
        ({"matches": r"^x|x$"}, "xaxbx", ["", "axb", ""]),
        ({"matches": r";+"}, "a;;;b", ["a", "b"]),
        ({"matches": r"a|abc"}, "xabcy", ["x", "y"]),
        ({"matches": r"[，、]"}, "王小明、李小红，张伟", ["王小明", "李小红", "张伟"]),
        ({"matches": r"\n"}, "a\nb", ["a", "b"]),
        (".", "a.b", ["a", "b"]),  # a sign is no pattern
    ],
)
def test_what_stands_between(given: object, text: str, pieces: list[str]) -> None:
    assert Split.model_validate(given).pieces(text) == pieces


def split_in(cell: str) -> str:
    return GOOD.replace('name = "name"', f'name = "name"\naliases = {{ column = "also", split = {cell} }}')


@pytest.mark.parametrize("cell", ['";"', '[";", ","]', "{ by = ';' }", "{ by = [';', ','] }", "{ matches = ',|;' }"])
def test_a_property_of_several_values_takes_every_form(cell: str) -> None:
    parse(split_in(cell), "list.toml")


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('""', "it needs something in it"),
        ("[]", "give by"),
        ("3", "split is a sign, a list of signs, or a table"),
        ('[";", 3]', "each of by is a text"),
        ("{ by = ';', matches = ';' }", "only one of them"),
        ("{ matches = ';*' }", "fits where nothing stands"),
        ("{ matches = '(' }", "unclosed group"),
        ("{ matches = '(?x); # a sign' }", "no pattern to cut by"),
        ("{ at = ';' }", "unknown key 'at'; it may have by, matches"),
    ],
)
def test_what_is_no_split(cell: str, says: str) -> None:
    (told,) = faults(split_in(cell))
    assert "line 8" in told and says in told, told


SINGLE = [
    (label, name)
    for label in LABELS
    for name, declared in ThingPart.declared(label).items()
    if not declared.many and declared.type != "bool"
]


@pytest.mark.parametrize(("label", "name"), SINGLE, ids=" ".join)
def test_a_property_that_holds_one_value_takes_none(label: str, name: str) -> None:
    """It would read several, and each row would contradict itself."""
    cell = f'{name} = {{ column = "several", split = ";" }}'
    (told,) = faults(GOOD + f'[thing.other]\nlabel = "{label}"\nkey = {{ space = "file", columns = ["x"] }}\n{cell}\n')
    assert told.startswith(f"list.toml, line 22: [thing.other].{name}.split: {name} of {label} holds one value"), told
    assert "from several" in told and "[thing.…] itself" in told


def test_nor_does_a_property_of_a_link_or_a_decision() -> None:
    (told,) = changed('rests_on = "unit"', 'rests_on = "unit"\nrank = { column = "ranks", split = ";" }')
    assert "line 18: [link.posted].rank.split: rank of POSTED_TO holds one value" in told
    consent = '[entry.c]\nkind = "consent"\nabout = "person"\npurpose = { column = "p", split = ";" }\n'
    assert "purpose of a consent holds one value" in faults(GOOD + consent)[0]


def test_what_holds_several_takes_it() -> None:
    many = [(label, name) for label in LABELS for name, declared in ThingPart.declared(label).items() if declared.many]
    assert ("Event", "methods") in many and ("Person", "aliases") in many
    for label, name in many:
        space = ', space = "passport"' if ThingPart.declared(label)[name].spaced else ""
        cell = f'{name} = {{ column = "several", split = ";"{space} }}'
        parse(GOOD + f'[thing.other]\nlabel = "{label}"\nkey = {{ space = "file", columns = ["x"] }}\n{cell}\n', "list.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SPLIT.replace('name = "name"', 'born = "name"'), "split cuts the cell of the name or of the key"),
        (SPLIT.replace('split = ";"', 'split = ";"\nshared = ["name"]'), "give one that is not shared"),
        (SPLIT.replace('split = ";"', 'split = ";"\nshared = ["born"]'), "shared names 'born', which the part does not read"),
        (GOOD.replace('name = "name"', 'name = "name"\nshared = ["name"]'), "shared goes with split"),
        (
            SPLIT.replace('split = ";"', 'split = ";"\nkey = { space = "file", columns = ["from"] }\nshared = ["from"]'),
            "all things of one cell would have the same key",
        ),
        (
            SPLIT.replace('split = ";"', 'split = ";"\nkey = { space = "file", columns = ["name"] }\nown_id = "id"'),
            "own_id is one id of the row",
        ),
        (GOOD + 'shared = ["unit"]\n', "shared goes with a thing at one of the ends that is split"),
        (GOOD + 'pairs = "in_order"\n', "pairs goes with things that are split at both ends"),
        (SPLIT + 'pairs = "in_order"\n', "pairs goes with things that are split at both ends"),
        (BOTH, "who belongs to whom is not said: give pairs, one of in_order, each_with_each"),
        (BOTH + 'pairs = "some"\n', "pairs is one of in_order, each_with_each"),
        (BOTH + 'pairs = "each_with_each"\n', "whose from is, is not said; name it in shared if it is true of all"),
        (SPLIT.replace('begin = "person"', 'begin = ["person", "unit"]'), "give each a link of its own"),
        (
            BOTH + '[link.joint]\ntype = "JOINED"\nbegin = "unit"\nend = "unit"\nrests_on = "unit"\n',
            "who of it is linked to whom is not said",
        ),
        (
            SPLIT + '[entry.c]\nkind = "consent"\nabout = "person"\npurpose = "unit"\n',
            "a consent is about one thing, and [thing.person] is split",
        ),
    ],
)
def test_what_a_split_thing_must_say(text: str, says: str) -> None:
    assert any(says in fault and ", line " in fault for fault in faults(text)), faults(text)


def test_what_is_said_is_taken() -> None:
    parse(SPLIT + 'shared = ["from"]\n', "list.toml")
    parse(BOTH + 'pairs = "in_order"\n', "list.toml")
    parse(BOTH + 'pairs = "each_with_each"\nshared = ["from"]\n', "list.toml")


def test_shipped_mappings_split_what_holds_several() -> None:
    split = {
        (mapping.name, name)
        for mapping in shipped()
        for thing in mapping.thing.values()
        for name, cells in thing.properties.items()
        if any(cell.split for cell in cells)
    }
    assert ("demo-incidents", "methods") in split and len(split) >= 6
