"""The door for special sources: found by itself, and held against the schema as a mapping is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.kept.case import Case
from loaders.load.load import Load, enter, harvest, prepare_special
from loaders.sources import Dates, Mention, Refused, Source, Statement, recognised
from tests.cli.program import inside
from tests.docs.sources import installed

MODULE = 'SUFFIXES = (".odd",)\n\n\ndef read(path):\n    return iter(())\n'


def source(*said: Mention | Refused) -> Source:
    def read(path: Path) -> Iterator[Mention | Refused]:
        return iter(said)

    return Source(
        "invented", "an invention", "text", (".odd",), lambda path: True, read, {"guild/number": "the guild numbers them"}
    )


def loaded(folder: Path, *said: Mention | Refused) -> Load:
    path = folder / "file.odd"
    path.write_text("what it says", "utf-8")
    load = prepare_special(path, source(*said))
    with (
        Case.create(folder / "case", title="x", zone="Europe/Lisbon") as case,
        case.writing(),
        case.journal.appending() as journal,
    ):
        harvest(load, case)
        enter(case, journal, load)
    return load


PERSON, UNIT = Mention("Person", "line 1", key="p"), Mention("Unit", "line 2", key="u", says=(Statement("name", "Guard"),))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Mention("Persn", "line 3", key="x"), "'Persn' is no label"),
        (Mention("POSTED_TO", "line 3"), "'POSTED_TO' is no label"),
        (Mention("Person", "line 3", begin="p", end="u"), "'Person' is no link type"),
        (Mention("POSTED_TO", "line 3", begin="p", end="x"), "its end stands nowhere in the file"),
        (Mention("POSTED_TO", "line 3", begin="u", end="u"), "the begin of POSTED_TO is a Person, not a Unit"),
        (Mention("Person", "line 3", says=(Statement("colour", "red"),)), "'colour' is no property"),
        (Mention("Person", "line 3", says=(Statement("protected", True),)), "'protected' is no property"),
        (Mention("Person", "line 3", says=(Statement("sex", "?"),)), "not one of female, male, other"),
        (Mention("Person", "line 3", dates=Dates("2012")), "Person has no span"),
        (Mention("Person", "line 3", key="7", space="elsewhere"), "no reason in KEY_SPACES"),
        (Refused("line 3", "torn off", "…"), "torn off"),
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_is_loaded(said: Mention | Refused, reason: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, PERSON, UNIT, said)
    (reject,) = load.rejects
    assert reject.reason.find(reason) >= 0 and (reject.row, reject.column) == (3, "line 3")
    assert {mention.what for mention in load.mentions.values()} == {"Person", "Unit", "Source"}


def test_keys_join_and_named_spaces_reach_beyond_the_file(tmp_path: Path) -> None:
    numbered = [
        Mention("Person", f"line {n}", key="7", space="guild/number", says=(Statement("name", name),))
        for n, name in ((1, "A"), (2, "B"))
    ]
    load = loaded(tmp_path, *numbered, PERSON, PERSON)
    spaces = {(mention.space or "").split("/")[0] for mention in load.mentions.values() if mention.what == "Person"}
    assert spaces == {"guild", "file"}
    assert sorted((join.space.split("/")[0], len(join.members)) for join in load.joins) == [("file", 2), ("guild", 2)]


def test_a_denial_denies(tmp_path: Path) -> None:
    load = loaded(
        tmp_path,
        PERSON,
        UNIT,
        Mention("POSTED_TO", "line 3", begin="p", end="u", denies=True, dates=Dates("1991-05-28", form="on")),
    )
    (link,) = [mention for mention in load.mentions.values() if mention.is_link]
    assert {claim.polarity for claim in load.claims.values() if claim.about == link.id} == {"denies"}


def test_a_file_that_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it contains nothing"):
        loaded(tmp_path)


def test_a_module_put_into_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.odd").write_text("x", "utf-8")
    assert recognised(tmp_path / "a.odd") is None
    with installed("odd_files", MODULE):
        found = recognised(tmp_path / "a.odd")
        assert found is not None and (found.name, found.text) == ("odd-files", MODULE)
    assert recognised(tmp_path / "a.odd") is None


def test_two_that_recognise_one_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.odd").write_text("x", "utf-8")
    with installed("one", MODULE), installed("two", MODULE), pytest.raises(SourceError, match="one, two"):
        recognised(tmp_path / "a.odd")


def test_a_mapping_that_is_named_reads_the_file_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "p", "schema": "Person", "properties": {}}\n', "utf-8")
    (tmp_path / "own.toml").write_text(
        'name = "own"\ntitle = "x"\nrecognised_by = ["id"]\nthing.person = { label = "Person", name = "id" }\n', "utf-8"
    )
    assert inside("init", tmp_path / "case", "--zone", "Europe/Lisbon").code == 0
    ran = inside("load", tmp_path / "a.jsonl", "--mapping", tmp_path / "own.toml", "--dry-run", case=tmp_path / "case")
    assert ran.code == 0 and "read by own" in ran.out and "Person 1" in ran.out
    plain = inside("load", tmp_path / "a.jsonl", "--dry-run", case=tmp_path / "case")
    assert plain.code == 0 and "read by followthemoney" in plain.out
