"""`linkage erase`: of the person no byte stays in the case folder, of the others everything, and the chain verifies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.kept.case import Case
from tests.cli import republic
from tests.cli.program import Ran, inside
from tests.neo4j import server
from tests.promises import Promise

ILVANE, MIREL, SUNE = (row[0] for row in republic.CUSTODY_ROWS)
REASON = ("--reason", "consent withdrawn")


def traces(folder: Path, *words: str) -> list[str]:
    """Every file of the folder that holds one of these, in UTF-8 or UTF-16, or bears one in its name."""
    forms = {word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")}
    files = [path for path in folder.rglob("*") if path.is_file()]
    named = [path for path in folder.rglob("*") if any(word in path.name for word in words)]
    found = [path for path in files if any(form in path.read_bytes() for form in forms)]
    return sorted(path.relative_to(folder).as_posix() for path in {*named, *found})


@pytest.fixture
def case(fresh: Path, sheets: Path, tmp_path: Path) -> Iterator[Path]:
    """A custody list, a list of statements in which people speak of each other, and what was made of them."""
    said = (
        ("Tala Ferrim", "statement of Ilvane Korosz.txt", "Ilvane Korosz was beaten beside me", "Old Mill", "beating"),
        ("Sune Orvald", "statement 2.txt", "I saw nobody", "Quay Shed", "arrest of KOROSZ Ilvane"),
    )
    (tmp_path / "said.csv").write_text(republic.table(("who", "paper", "words", "where", "what"), said), "utf-8")
    (tmp_path / "said.toml").write_text(STATEMENTS, "utf-8")
    for sheet in (
        [sheets / "custody.csv", "--mapping", sheets / "custody.toml"],
        [tmp_path / "said.csv", "--mapping", tmp_path / "said.toml"],
    ):
        ran = inside("load", *sheet, case=fresh)
        assert ran.code == 0, ran.err
    (tmp_path / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    yield fresh


STATEMENTS = """\
name          = "statements"
title         = "Statements, as a committee took them"
recognised_by = ["who", "paper", "words"]

[thing.person]
label = "Person"
name  = "who"

[thing.event]
label = "Event"
name  = "what"
kind  = { text = "beating" }
words = "words"

[thing.place]
label = "Station"
name  = "where"

[link.suffered]
type     = "SUFFERED"
begin    = "person"
end      = "event"
rests_on = "who"

[link.there]
type     = "OCCURRED_AT"
begin    = "event"
end      = "place"
rests_on = "where"
"""


def erased(case: Path, *words: object) -> Ran:
    ran = inside("erase", *words, "--yes", case=case)
    assert (ran.code, ran.err) == (0, ""), ran
    return ran


def id_of(case: Path, name: str) -> str:
    """The smallest mention that is called so."""
    with Case(case) as held:
        return min(one.claim.about for one in held.state.claims if (one.claim.property, one.claim.value) == ("name", name))


@pytest.mark.trust("who is erased is in no byte of the case, and the chain verifies")
def test_no_byte_of_the_person_is_left_and_the_chain_verifies(case: Path, tmp_path: Path, promise: Promise) -> None:
    ilvane = id_of(case, ILVANE)
    assert inside("query", "colocation/custody_chain", "--victim", ILVANE, "--save", "mine", case=case).code == 0
    page = case / "exports" / "page.html"
    assert inside("page", "--thing", ILVANE, "--profile", "internal", "--out", page, case=case).code == 0
    assert inside("judge", ILVANE, MIREL, "unsure", "--reason", f"is {ILVANE} her sister?", case=case).code == 0
    assert inside("seal", "--out", tmp_path / "seal.json", case=case).code == 0
    assert len(traces(case, ILVANE)) > 4
    promise.tried(1)
    promise.control(1, bool(traces(case, ILVANE)))  # where nobody is erased, she is found
    ran = erased(case, ILVANE, *REASON)
    assert "none names them" in ran.out and "Out of reach" in ran.out
    assert traces(case, ILVANE, "KOROSZ Ilvane", ilvane) == []
    done = inside("verify", "--against", tmp_path / "seal.json", case=case)
    assert done.code == 0 and "2 files erased on the record" in done.out
    assert inside("search", ILVANE, case=case).out.count(ILVANE) == 0
    assert "what was erased is compared on neither side" in inside("diff", "1", case=case).out
    assert inside("query", "colocation/custody_chain", "--victim", MIREL, case=case).code == 0


@pytest.mark.trust("who is erased is in no byte of the case, and the chain verifies")
def test_another_form_of_the_name_goes_too(case: Path, tmp_path: Path) -> None:
    """Her name, as a Russian paper declines it, as what somebody says and as a file's own words."""
    (tmp_path / "said.csv").write_text(
        republic.table(
            ("who", "paper", "words", "where", "what"),
            (("Anna Hlebnik", "5", "видел там Илване Корош, и Корош тоже", "Mill", "beating of Ilvana Korosh"),),
        ),
        "utf-8",
    )
    ran = inside("load", tmp_path / "said.csv", "--mapping", tmp_path / "said.toml", case=case)
    assert ran.code == 0, ran.err
    erased(case, ILVANE, "--also", "Илвана Корош", *REASON)
    assert traces(case, "Илване Корош", "Ilvana Korosh") == []


@pytest.mark.trust("who is erased is in no byte of the case, and the chain verifies")
def test_what_others_said_stays_without_her_name(case: Path) -> None:
    erased(case, ILVANE, *REASON)
    assert traces(case, MIREL, SUNE)
    with Case(case) as held:
        values = {str(one.claim.value) for one in held.state.claims}
        tombstone = list(held.journal.entries(Kind.ERASURE))
    assert {MIREL, SUNE, "Dom Kastel", "Bero Tashkal", "4th Watch Company", "I saw nobody"} <= values
    assert len(tombstone) == 1 and tombstone[0].body["mentions"] == {"HELD_AT": 1, "Person": 1}
    assert len(tombstone[0].body["originals"]) == 2 and tombstone[0].body["reason"] == "consent withdrawn"


def test_an_original_may_be_kept_for_a_reason(case: Path) -> None:
    ran = erased(case, ILVANE, *REASON, "--keep", "custody.csv", "--because", "it is the only list of that depot")
    with Case(case) as held:
        (entry,) = held.journal.entries(Kind.ERASURE)
        kept = held.originals.path(entry.body["kept"][0]["file"]).relative_to(held.folder).as_posix()
    assert entry.body["kept"][0]["because"] == "it is the only list of that depot"
    assert traces(case, ILVANE) == [kept]
    assert f"still names them: {kept}" in ran.out
    assert inside("verify", case=case).code == 0
    again = inside("erase", MIREL, *REASON, "--keep", "nowhere.csv", "--because", "x", "--yes", case=case)
    assert again.code == 2 and "no file of the case has this name" in again.complaint


def test_somebody_else_of_the_same_name_stays(case: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        republic.table(("who", "paper", "words", "where", "what"), [(SUNE, "p", "w", "h", "e")]), "utf-8"
    )
    assert inside("load", tmp_path / "more.csv", "--mapping", tmp_path / "said.toml", case=case).code == 0
    ids = sorted({row.split("\t")[0] for row in inside("search", SUNE, case=case).out.splitlines()[1:]})
    with Case(case) as held:
        named = sorted(one.claim.about for one in held.state.claims if one.claim.property == "name" and one.claim.value == SUNE)
    assert len(named) == 3, ids
    ran = erased(case, named[0], *REASON)
    assert "2 rows about somebody else of the same name" in ran.out
    with Case(case) as held:
        assert sum(one.claim.value == SUNE for one in held.state.claims if one.claim.property == "name") == 2


@pytest.mark.trust("who is erased is in no byte of the case, and the chain verifies")
def test_who_stands_in_an_older_version_alone_can_be_erased(case: Path, tmp_path: Path) -> None:
    """The partner sent the list again, without her: it is still in the journal, and among the originals."""
    (tmp_path / "custody.csv").write_text(republic.custody(*republic.CUSTODY_ROWS[1:]), "utf-8")
    ran = inside("load", tmp_path / "custody.csv", "--mapping", tmp_path / "custody.toml", "--replaces", "1", case=case)
    assert ran.code == 0, ran.err
    assert inside("show", ILVANE, case=case).code == 2 and traces(case, ILVANE)
    erased(case, ILVANE, *REASON)
    assert traces(case, ILVANE) == []
    assert inside("verify", case=case).code == 0
    assert inside("diff", "1", case=case).code == 0


def test_on_a_server_the_graph_is_without_her(case: Path, neo4j_uri: str) -> None:
    server.empty(neo4j_uri)
    settings = (case / "case.toml").read_text("utf-8")
    (case / "case.toml").write_text(settings.replace('"embedded"', f'"{neo4j_uri}"'), "utf-8")
    assert inside("search", ILVANE, case=case).out.count(ILVANE)
    erased(case, ILVANE, *REASON)
    assert traces(case, ILVANE) == []
    assert ILVANE not in inside("search", ILVANE, case=case).out
    assert inside("verify", case=case).code == 0


def test_a_single_word_goes_when_it_is_named(case: Path) -> None:
    assert inside("judge", MIREL, "Tala Ferrim", "unsure", "--reason", "Korosz said they were two", case=case).code == 0
    erased(case, ILVANE, *REASON, "--also", "Korosz")
    assert traces(case, "Korosz") == []
    assert inside("verify", case=case).code == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([ILVANE, "--reason", f"{ILVANE} wishes it", "--yes"], "the reason names the person"),
        ([ILVANE, "--reason", " ", "--yes"], "a reason is required"),
        ([ILVANE, *REASON], "give --yes"),
        ([ILVANE, *REASON, "--keep", "custody.csv", "--yes"], "--keep and --because go together"),
        (["Dom Kastel", *REASON, "--yes"], "only people are erased"),
        (["Nobody Atall", *REASON, "--yes"], "nothing in the case has this name"),
        (
            [ILVANE, *REASON, "--keep", "said.csv", "--because", "the rest", "--keep", "roster.tsv", "--yes"],
            "no file of the case",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_goes(case: Path, words: list[str], complaint: str) -> None:
    before = (case / "journal.db").read_bytes()
    ran = inside("erase", *words, case=case)
    assert ran.code == 2 and complaint in ran.complaint, ran
    assert (case / "journal.db").read_bytes() == before
    assert traces(case, ILVANE)


def test_whoever_says_no_erases_nothing(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from queries.desk.erase import erase

    with Case(case) as held:
        assert erase(held, ILVANE, reason="consent withdrawn", agreed=lambda plan: plan.removal.claims > 10) is None
        assert held.journal.verify() == held.journal.head[0]
    assert traces(case, ILVANE)


def test_the_refused_rows_of_an_erased_file_are_said_to_be_gone(case: Path) -> None:
    erased(case, ILVANE, *REASON)
    ran = inside("rejects", "custody.csv", case=case)
    assert ran.code == 2 and "was erased by entry" in ran.complaint
    assert inside("status", case=case).code == 0
