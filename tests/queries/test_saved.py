"""Reading a saved query: everything declared, everything checked, all faults at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answer import Column
from graph.errors import QueryError
from queries import saved
from queries.parameters import Parameter

GOOD = """// /// query
// title    = "Who was there — кто там был"
// question = "Who was there?"
// element  = "evidence/corroboration"
// caveat   = "Nothing else."
// related  = ["command/chain_up"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day"
//
// [columns]
// unit      = "node"
// certainty = "text"
// gap_days  = "int"
// claims    = "claims"
// ///
MATCH (u:Unit {id: $unit}) WHERE $on_from IS NULL OR $on_to IS NOT NULL // not $this
RETURN u AS unit, '$that' AS certainty, 1 AS gap_days, [] AS claims ORDER BY u.id
"""


def faults(text: str) -> list[str]:
    with pytest.raises(QueryError) as refused:
        saved.parse(text.encode(), "x/y")
    return str(refused.value).split("\n")


def test_a_good_file_is_read() -> None:
    query = saved.parse(GOOD.encode(), "x/y")

    assert (query.name, query.title, query.element.id) == ("x/y", "Who was there — кто там был", "evidence/corroboration")
    assert query.parameters == (Parameter("unit", "id", "The unit", of="Unit"), Parameter("on", "day", "The day", default="any"))
    assert query.columns[0] == Column("unit", "node")
    assert query.related == ("command/chain_up",)
    assert query.hash == hashlib.sha256(GOOD.encode()).hexdigest()


def test_the_engine_gets_the_same_lines_without_comments() -> None:
    cypher = saved.parse(GOOD.encode(), "x/y").cypher

    assert "///" not in cypher and "$this" not in cypher and "'$that'" in cypher
    assert cypher.split("\n")[23:25] == [line.split(" //")[0].ljust(len(line)) for line in GOOD.split("\n")[23:25]]


def test_lines_may_end_as_on_windows_and_the_hash_is_that_of_the_file() -> None:
    windows = GOOD.replace("\n", "\r\n").encode()

    assert saved.parse(windows, "x/y").cypher == saved.parse(GOOD.encode(), "x/y").cypher
    assert saved.parse(windows, "x/y").hash == hashlib.sha256(windows).hexdigest()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('// title    = "Who was there — кто там был"\n', "", "x/y.cypher:1: title is missing"),
        ('"Who was there?"', "7", "x/y.cypher:3: question is a text"),
        ('"evidence/corroboration"', '"evidence/gossip"', "x/y.cypher:4: element 'evidence/gossip' is not in elements.toml"),
        ("// related ", "// tags = 1\n// related ", "x/y.cypher:6: unknown key 'tags'"),
        ('["command/chain_up"]', '"command/chain_up"', "x/y.cypher:6: related is a list of names of queries"),
        ('// of   = "Unit"\n', "", "x/y.cypher:8: parameter unit: of is a label"),
        ('"Unit"', '"Regiment"', "x/y.cypher:8: parameter unit: of is a label"),
        ('// help = "The unit"', "// size = 3", "x/y.cypher:11: parameter unit: unknown key 'size'"),
        ('// help = "The unit"\n', "", "x/y.cypher:8: parameter unit: help is missing"),
        ('"day"', '"moment"', "x/y.cypher:14: parameter on: type is one of"),
        ('"any"', '"someday"', "x/y.cypher:13: parameter on: the default is no day"),
        ("[params.on]", "[params.limit]", "x/y.cypher:13: parameter limit: --limit is an option of every query"),
        (
            "[params.on]",
            "[params.alike]",
            "x/y.cypher:13: parameter alike: $alike is given to every query",
        ),
        ("[params.on]", "[params.to]", "x/y.cypher:13: parameter to: --to is an option of every query"),
        ("[params.on]", "[params.On]", "x/y.cypher:13: 'On' in params: lower-case letters, digits and _"),
        ('"node"', '"vertex"', "x/y.cypher:19: column unit: a type is one of"),
        ('// claims    = "claims"\n', "", 'x/y.cypher:18: a column claims = "claims" is compulsory'),
        ('// certainty = "text"\n', "", 'x/y.cypher:18: a column certainty = "text" is compulsory'),
        ('// gap_days  = "int"\n', "", 'x/y.cypher:18: a column gap_days = "int" is compulsory'),
        ('// help = "The unit"', '// help = "The unit"\n// least = 1', "x/y.cypher:8: parameter unit: least belongs to an int"),
        ('"day"', '"int"\n// least = "a"', "x/y.cypher:13: parameter on: least is a number of the type of the parameter"),
        (
            '"day"\n// default = "any"',
            '"int"\n// least = 2\n// default = 1',
            "x/y.cypher:13: parameter on: the default is no int, 2 or",
        ),
        ("$unit", "$unti", "x/y.cypher:24: $unti is not declared"),
        ("$unit", "'$unit'", "x/y.cypher:8: $unit is declared and not used"),
        ("$on_to IS NOT NULL", "true", "x/y.cypher:13: $on_to is declared and not used"),
        ("// [columns]", "// [columns", "x/y.cypher:18: no TOML: the name of the table is not closed by ]"),
        ("// [columns]", "// [params.on]", "x/y.cypher:18: no TOML: this table stands twice"),
        ('"node"', "node", "x/y.cypher:19: no TOML: after the = stands no value: a text is in quotation marks"),
        ('= "node"', '"node"', "x/y.cypher:19: no TOML: after the key stands no ="),
        ("// ///\n", "", "x/y.cypher:1: the header is not closed by the line"),
        ("// /// query", "// query", "x/y.cypher:1: the file begins with the line"),
        ("// [columns]", "[columns]", "x/y.cypher:18: a line of the header begins with"),
        ("RETURN u", "SET u.name = 'x' RETURN u", "x/y.cypher:25: SET is not allowed"),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert any(line.startswith(fault) for line in faults(GOOD.replace(old, new, 1))), faults(GOOD.replace(old, new, 1))


def test_all_faults_are_reported_at_once() -> None:
    broken = GOOD.replace('"node"', '"vertex"').replace("$unit", "$unti").replace("RETURN u", "DELETE u RETURN u")

    assert [line.split(":")[1] for line in faults(broken)] == ["8", "19", "24", "25"]


def test_one_period_at_most_and_a_choice_has_choices() -> None:
    period = '// [params.{}]\n// type = "period"\n// help = "When"\n// [columns]'
    two = GOOD.replace("// [columns]", period.format("a")).replace("// [columns]", period.format("b"))
    assert any("one period at most" in line for line in faults(two))
    assert any("choices is a list of texts" in line for line in faults(GOOD.replace('"day"', '"choice"')))
    assert any("choices belong to a choice" in line for line in faults(GOOD.replace('// default = "any"', '// choices = ["a"]')))


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(QueryError, match=r"x/y\.cypher:2: not UTF-8"):
        saved.parse(b"// /// query\n\xff", "x/y")
    with pytest.raises(QueryError, match="cannot be read"):
        saved.read(Path("/nowhere/at/all.cypher"), "all")


@given(st.text(max_size=60), st.integers(0, len(GOOD)))
def test_whatever_is_written_into_a_file_it_is_read_or_refused(noise: str, at: int) -> None:
    text = (GOOD[:at] + noise + GOOD[at:]).encode("utf-8", "surrogatepass")
    try:
        saved.parse(text, "x/y")
    except QueryError as refused:
        assert str(refused).startswith("x/y.cypher:")
