"""Mapping files with a fault, and what the one line about each must contain."""

from __future__ import annotations

from tests.cli import republic


def _mapping(old: str, new: str) -> str:
    assert old in republic.CUSTODY
    return republic.CUSTODY.replace(old, new, 1)


WRONG_MAPPINGS: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "not TOML": ("name = [", ("own.toml", "not TOML")),
    "not UTF-8": ("title = 'Liste à part'".encode("cp1252"), ("own.toml", "UTF-8")),
    "empty": ("", ("own.toml", "name is required")),
    "an unknown label": (_mapping('label = "Station"', 'label = "Prison"'), ("[thing.place]", "label is one of", "Station")),
    "no label": (_mapping('label = "Station"\n', ""), ("[thing.place]", "label is one of")),
    "an unknown link": (_mapping('"BASED_AT"', '"LIVED_AT"'), ("[link.based]", "type is one of", "BASED_AT")),
    "a property there is none of": (
        _mapping('kind  = { text = "real" }', 'colour = "arrested by"'),
        ("[thing.unit]", "Unit has no property 'colour'"),
    ),
    "an unknown key": (_mapping("[link.based]", "[link.based]\nsomewhere = 'held in'"), ("[link.based]", "'somewhere'")),
    "an unknown key at the top": ("colour = 1\n" + republic.CUSTODY, ("unknown key 'colour'",)),
    "a link that rests on nothing": (
        _mapping('rests_on = "commander"\n', ""),
        ("[link.posted]", "rests_on is required", "the cell that says"),
    ),
    "an end that is not there": (_mapping('begin    = "officer"', 'begin = "general"'), ("[link.posted]", "[thing.general]")),
    "an end of the wrong kind": (_mapping('begin    = "unit"', 'begin = "person"'), ("[link.based]", "is a Unit, not a Person")),
    "a value that is no choice": (
        _mapping('"deputy" = "deputy" }', '"deputy" = "vice" }'),
        ("[link.posted].function", "is none of"),
    ),
    "a bad pattern": (
        _mapping('kind  = { text = "real" }', 'kind = { column = "post", matches = { "(" = "real" } }'),
        ("[thing.unit].kind.matches",),
    ),
    "nothing to recognise it by": (
        _mapping('recognised_by = ["person", "held in", "arrested by"]\n', ""),
        ("recognised_by is required",),
    ),
    "two forms of span": (_mapping('end   = "to"', 'last = "to"'), ("[link.held].span", "begin and end")),
    "flags that are missing": (_mapping('on = "on"', 'first = "on"'), ("[link.posted].span", "first_is_start")),
    "a span where there is none": (
        _mapping('kind  = { text = "real" }', 'span = { on = "on" }'),
        ("[thing.unit].span", "no span"),
    ),
    "a key space without a reason": (
        _mapping('reason = "the list spells each name in one way"', 'reason = ""'),
        ("[key_space.", "a reason is required"),
    ),
    "a key space nobody declared": (
        _mapping('space = "tarvonia/name"', 'space = "elsewhere"'),
        ("[thing.person].key", "key_space"),
    ),
    "dates in no order": (_mapping("[key_space", 'dates = "any"\n[key_space'), ("dates is", "day-first")),
    "a number for a name": (_mapping('"tarvonia-custody"', "7"), ("own.toml", "name")),
    "text for a table": (
        _mapping('[thing.officer]\nlabel = "Person"\nname  = "commander"\n', 'thing.officer = "Person"\n'),
        ("own.toml",),
    ),
    "a text for the things": ('thing = "all of them"\n' + republic.CUSTODY.split("[thing")[0], ("own.toml", "thing")),
    "a list where a column is named": (_mapping('name  = "person"', "name = 3"), ("[thing.person].name",)),
    "a number where a text belongs": (_mapping('name  = "person"', "name = { columns = 3 }"), ("[thing.person].name",)),
    "a split that is a number": (
        _mapping('name  = "person"', 'name = { column = "person", split = 3 }'),
        ("[thing.person].name",),
    ),
    "a basis there is none of": (
        _mapping('name  = "person"', 'name = { column = "person", basis = "rumour" }'),
        ("[thing.person].name", "basis"),
    ),
    "a condition that is a text": (_mapping('name  = "person"', 'name = "person"\nwhen = "person"'), ("[thing.person].when",)),
    "a precision there is none of": (
        _mapping('on = "on"', 'on = { column = "on", precision = "hour" }'),
        ("[link.posted].span", "precision"),
    ),
}
"""Mapping files with a fault, and what the line must contain."""
