"""Values, links, claims, cells: what a reader sees, of every kind the schema declares."""

from __future__ import annotations

from datetime import datetime
from string import Formatter

import pytest

from graph import schema, words
from graph.answer import Column, LeftOut, RelValue
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from graph.schema import choices
from graph.schema.kinds import ANY
from graph.words import cells, claims
from queries.catalogue import Catalogue


def test_values_as_a_person_says_them() -> None:
    told = (None, True, False, ["a", "b"], datetime(2012, 1, 1), 3.5, "sexual_violence", "my_own_text")
    assert [words.value(one) for one in told] == [
        "",
        "yes",
        "no",
        "a, b",
        "1 January 2012",
        "3.5",
        "sexual violence",
        "my_own_text",
    ]


@pytest.mark.parametrize(
    ("number", "one", "said"),
    [(1, "row", "1 row"), (2, "row", "2 rows"), (0, "row", "0 rows"), (1_200, "entry", "1,200 entries"), (3, "box", "3 boxes")],
)
def test_a_count(number: int, one: str, said: str) -> None:
    assert words.count(number, one) == said


def test_labels_and_properties() -> None:
    assert [words.thing("Person"), words.thing("Person", 2), words.thing("Casefile", 2)] == ["person", "persons", "casefiles"]
    assert words.name("Source", "sha256") == "SHA-256"
    assert words.name("PRESENT_AT", "recognised_by") == "recognised by"
    assert words.name("Nothing", "of_ours") == "of ours"
    assert words.also(["1975", "1974"]) == " (also 1974, 1975)" and words.also([]) == ""


@pytest.mark.parametrize(
    ("type_", "properties", "says", "back"),
    [
        ("POSTED_TO", {"function": "commander"}, "commanded", "was commanded by"),
        ("POSTED_TO", {"function": "commander", "acting": True}, "was acting commander of", "had as acting commander"),
        ("POSTED_TO", {"function": "commander", "acting": False}, "commanded", "was commanded by"),
        ("POSTED_TO", {"function": "deputy"}, "was deputy at", "had as deputy"),
        ("POSTED_TO", {"function": "member", "post": "driver"}, "served in", "had as a member"),
        (
            "POSTED_TO",
            {"function": "unknown", "post": "duty officer"},
            "was posted to (duty officer)",
            "had posted to it (duty officer)",
        ),
        ("POSTED_TO", {}, "was posted to", "had posted to it"),
        ("SUBORDINATE_TO", {"relation": "command"}, "answered to", "had under its command"),
        ("SUBORDINATE_TO", {"relation": "administrative"}, "belonged administratively to", "administered"),
        ("HELD_AT", {"cell": "4"}, "was held at", "held"),
        ("PRESENT_AT", {"role": "medic"}, "was present at (medic)", "had present (medic)"),
        ("NEW_TYPE", {}, "new type", "new type"),
    ],
)
def test_a_link_reads_by_its_properties(type_: str, properties: dict[str, str | bool], says: str, back: str) -> None:
    assert words.link(type_, properties) == says
    assert words.link(type_, properties, back=True) == back


@pytest.mark.parametrize("kind", schema.LINKS, ids=lambda kind: kind.type)
def test_every_kind_of_link_has_words_for_whatever_it_may_be(kind: schema.LinkKind) -> None:
    assert kind.reads and not kind.reads[-1].of, "the last reading fits all"
    for reading in kind.reads:
        for name, wanted in reading.of:
            declared = schema.property_of(kind.type, name)
            assert wanted == ANY or isinstance(wanted, bool) or wanted in declared.choices
        named = {field for text in (reading.forth, reading.back) for _, field, _, _ in Formatter().parse(text) if field}
        assert named <= {name for name, wanted in reading.of if wanted == ANY}


def test_only_a_link_of_command_reads_as_one() -> None:
    others = [words.link("SUBORDINATE_TO", {"relation": one}) for one in choices.RELATIONS if one != "command"]
    assert not [said for said in (*others, words.link("JOINED", {})) if "answered" in said or "command" in said]


def test_a_word_of_a_source_stays_as_it_is_even_with_braces() -> None:
    assert words.link("PRESENT_AT", {"role": "{post} {role}"}) == "was present at ({post} {role})"


def test_claims() -> None:
    span = Span(Period(datetime(2012, 5, 10), datetime(2012, 5, 14)))
    assert (claims.about("span"), claims.value("span", span.as_text())) == (
        "when",
        "some time between 10 May 2012 and 13 May 2012",
    )
    assert (claims.about("exists"), claims.value("exists", "HELD_AT"), claims.value("exists", "Unit")) == (
        "what",
        "was held at",
        "unit",
    )
    assert (claims.about("body_site"), claims.value("protected", True)) == ("body site", "yes")
    assert claims.about("aliases") == "also called"
    assert claims.original('{"from": "10 May", "to": ""}') == "from “10 May”; to “”"
    assert (claims.original("{braces}"), claims.original("10 May")) == ("{braces}", "10 May")
    assert claims.basis("heard_from") == "heard it from others"


def test_what_was_asked() -> None:
    given = {"unit": "u-1", "on": "2014-05-01", "levels": 3, "by": "any"}
    assert words.question(given, {"u-1": "7 Division"}) == [("unit", "7 Division (u-1)"), ("on", "1 May 2014"), ("levels", "3")]
    assert words.question({"units": ["u-1", "u-2"], "on": "any"}, {"u-1": "A", "u-2": "B"}) == [
        ("units", "A (u-1), B (u-2)"),
        ("at", "any time"),
    ]
    period = {"from": "2014-05-01T20:00:00", "to": "any"}
    assert words.question(period, {}) == [("from", "1 May 2014 20:00")]
    assert words.question(period, {}, short=True) == [("from", "2014-05-01 20:00")]


def test_what_was_left_out() -> None:
    left = LeftOut(weaker=1, farther=41, over_limit=1_112)
    assert words.left_out(left, 200) == [
        "1 more, less certain than was asked for",
        "41 more, cited further away",
        "first 200 of 1,312",
    ]
    assert all(line.endswith(("shows all", "shows more")) for line in words.left_out(left, 200, options=True))
    assert words.left_out(LeftOut(because="it has no station"), 0, options=True) == ["it has no station"]


def test_in_every_column_an_end_is_the_last_that_belongs_to_it() -> None:
    end = datetime(2010, 1, 16)
    for name in ("until", "event_until", "last", "last_cited"):
        assert words.cell(Column(name, "time"), end) == "15 January 2010"
        assert words.cell(Column(name, "time"), UNKNOWN_TO) == "unknown"
    for name in ("since", "notice_since", "first", "first_cited", "day", "week"):
        assert words.cell(Column(name, "time"), end) == "16 January 2010"
        assert words.cell(Column(name, "time"), UNKNOWN_FROM) == "unknown"


BEGINS = {"since", "first", "first_cited", "day", "week"}


def test_every_column_of_times_in_the_library_says_whether_it_begins_or_ends() -> None:
    names = {column.name for query in Catalogue.of().read()[0] for column in query.columns if column.type == "time"}
    odd = {name for name in names if not cells.is_end(name) and name not in BEGINS and not name.endswith("_since")}
    assert not odd, f"name it …_since or …_until: {odd}"
    assert {"until", "event_until", "last", "last_cited"} <= names


def test_a_link_in_a_cell_is_said() -> None:
    held = RelValue("l-1", "HELD_AT", "p-1", "st-1", {"id": "l-1"})
    assert words.cell(Column("stay", "rel"), held) == "was held at"
