"""The levels that forbid exist twice, in SQL for millions of pairs and in Python for clusters: they are one."""

from __future__ import annotations

from random import Random

from loaders.resolve.persons import policy
from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.persons.contradiction import LEVELS, forbidden
from loaders.resolve.persons.name_keys import name_keys
from loaders.resolve.persons.traits import traits
from tests.loaders.resolve.persons.people import told, weighed

GIVEN = ("Степан", "Stsiapan", "С.", "Николай", "Мікалай", "М.", "Н.", "Ефросинья", "Ефрасиня", "Zbyněk", "Zbyňek", "ياسين", "")
PATRONYMICS = ("", "Олегович", "Алегавіч", "О.", "Igorevich", "Фанурович", "Фанирович", "Кжегожевич", "И.")
BIRTHS = (
    None, "1971", "1972", "1974", "1971-03", "1971-04", "1971-03-09", "1971-09-03", "1971-03-10", "1972-03-09", "1977-03-09",
    "1971-03-31", "1971-04-01", "1971-12-31", "1972-01-01", "1971-02-30", "n. d.",
)  # fmt: skip
SEXES = (None, "male", "female")


def test_python_and_splink_find_the_same_level_for_every_pair() -> None:
    chance = Random(20)
    records = [
        told(
            str(number),
            " ".join(part for part in ("Криничар", chance.choice(GIVEN), chance.choice(PATRONYMICS)) if part),
            chance.choice(BIRTHS),
            sex=chance.choice(SEXES),
        )
        for number in range(3_000)
    ]
    pairs = list(zip(records[::2], records[1::2], strict=True))
    keys = name_keys(record.name for record in records)
    fields = {comparison.field: comparison for comparison in COMPARISONS}

    for (one, other), splink in zip(pairs, weighed(pairs), strict=True):
        mine, theirs = traits(one, keys[one.name]), traits(other, keys[other.name])
        levels = {field: fields[field].number(level(mine, theirs)) for field, level in LEVELS.items()}
        assert levels == {field: splink.levels[field] for field in LEVELS}, (one, other)
        assert (forbidden(mine, theirs, policy()) is None) == (policy().forbids(splink.levels) is None)


def test_every_level_that_forbids_was_met() -> None:
    """The test above would not notice a level that its records never reach."""
    chance = Random(20)
    names = [f"Криничар {given} {patronymic}".strip() for given in GIVEN for patronymic in PATRONYMICS]
    records = [told("a", name, birth, sex=sex) for name in names for birth in BIRTHS for sex in SEXES]
    keys = name_keys(record.name for record in records)
    rows = [traits(record, keys[record.name]) for record in chance.sample(records, 400)]

    met = {(field, level(one, other)) for field, level in LEVELS.items() for one in rows for other in rows[:100]}

    assert {(field, name) for field, levels in policy().against.items() for name in levels} <= met
