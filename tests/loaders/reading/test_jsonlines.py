"""JSON Lines: plain values verbatim and by their path, everything else refused line by line."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from loaders.reading import Reading, read


def reading(folder: Path, *lines: str) -> Reading:
    path = folder / "list.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogatepass", newline="")
    return read(path)


def test_values_stay_as_written_and_missing_keys_are_empty(tmp_path: Path) -> None:
    huge = "9" * 10_000
    found = reading(
        tmp_path, '{"id": 1.50, "x": true, "n": null}', "", f'{{"born": "1950", "id": {huge}}}', '{"id":-0.0,"x":1E5}'
    )
    (table,) = found.tables
    assert table.header == ("id", "x", "n", "born")
    assert [row.cells for row in table.rows] == [("1.50", "true", "", ""), (huge, "", "", "1950"), ("-0.0", "1E5", "", "")]
    assert [(row.number, row.line) for row in table.rows] == [(1, 1), (3, 3), (4, 4)]
    assert (found.blank, found.lines, found.format, found.delimiter) == (1, 4, "jsonl", None)


def test_what_lies_within_has_a_column_by_its_path(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        '{"id": 1, "name": ["Ada", "A."], "at": {"place": {"town": "Velid"}, "days": [3, 4]}, "none": [], "empty": {}}',
        '{"id": 2, "name": ["Olu"], "at": null, "many": [[1, 2], [3, {"x": true}]]}',
    )
    (table,) = found.tables
    rows = [{name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell} for row in table.rows]
    assert rows == [
        {"id": "1", "name[0]": "Ada", "name[1]": "A.", "at.place.town": "Velid", "at.days[0]": "3", "at.days[1]": "4"},
        {"id": "2", "name[0]": "Olu", "many[0][0]": "1", "many[0][1]": "2", "many[1][0]": "3", "many[1][1].x": "true"},
    ]
    assert not found.rejects and "none" not in table.header


def test_a_list_where_others_have_a_value_is_a_fault_of_that_cell(tmp_path: Path) -> None:
    found = reading(tmp_path, '{"id": 1, "at": "Velid"}', '{"id": 2, "at": ["Velid", "Zarin"]}')
    first, second = found.tables[0].rows
    assert first.faults == ()
    assert [(found.tables[0].header[fault.at], fault.refuses) for fault in second.faults] == [("at", True)]


def test_a_long_list_is_a_fault_and_no_thousand_columns(tmp_path: Path) -> None:
    found = reading(tmp_path, json.dumps({"id": 1, "shape": [[n, n] for n in range(5000)]}))
    (table,) = found.tables
    assert table.header == ("id", "shape")
    assert [(fault.at, fault.reason) for fault in table.rows[0].faults] == [(1, "a list of more than 100 values")]


DEEP = 200_000
HOSTILE = {
    '{"a": 1, "a": 2}': "a",
    '{"a": 1, "\\u0061": 1}': "a",
    '{"a": {"b": 1, "b": 2}}': "a.b",
    '{"a": {"b": 1}, "a.b": 2}': "a.b",
    '{"a": [{"": 1}]}': None,
    '{"a": {"\\u0000": 1}}': None,
    '{"a": NaN}': None,
    '{"a": Infinity}': None,
    '{"a": -Infinity}': None,
    '{"a": "\\u0000"}': "a",
    '{"a": "\\u001b[2J"}': "a",
    '{"a": "\\ud800"}': "a",
    '{"a": "\\udc80"}': "a",
    '{"a": "\\ud800x\\udc00"}': "a",
    '{"\\u0000": 1}': None,
    '{"\\ud800": 1}': None,
    '{"": 1}': None,
    '{" ": 1}': None,
    "{}": None,
    "[]": None,
    '["a"]': None,
    "1": None,
    '"a"': None,
    "null": None,
    "true": None,
    "NaN": None,
    "{": None,
    "}": None,
    '{"a"}': None,
    '{"a": }': None,
    '{"a": 1,}': None,
    '{"a": 1} {"a": 2}': None,
    '{"a": 1}{"a": 2}': None,
    '{"a": 1};': None,
    "{'a': 1}": None,
    "{a: 1}": None,
    '{"a": 01}': None,
    '{"a": +1}': None,
    '{"a": .5}': None,
    '{"a": 1.}': None,
    '{"a": 0x10}': None,
    '{"a": 1_000}': None,
    '{"a": "\\x41"}': None,
    '{"a": "\\u12"}': None,
    '{"a": "tab\there"}': None,
    '{"a": "open}': None,
    '{"a": undefined}': None,
    '{"a": 1} // note': None,
    '/* note */ {"a": 1}': None,
    '{"a": tru}': None,
    '{"a": True}': None,
    "\ufeff{}": None,
    '{"a": "\x00"}': None,
    '{"a": "\x7f"}': None,
    "[" * DEEP: None,
    '{"a":' * DEEP: None,
    "[" * DEEP + "]" * DEEP: None,
    '{"a":' * DEEP + "1" + "}" * DEEP: None,
    '{"a":[' * 50 + "]}" * 50: "a",
    '{"a": "' + "x" * 1_000_001 + '"}': "a",
    '{"a": "' + "x" * 10_000_001 + '"}': None,
}


@pytest.mark.parametrize(("line", "column"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_a_hostile_line_is_refused_quickly_and_the_next_is_read(tmp_path: Path, line: str, column: str | None) -> None:
    begun = time.process_time()  # of this process: a busy machine's clock says nothing
    found = reading(tmp_path, '{"a": "first"}', line, '{"a": "last"}')
    assert time.process_time() - begun < 5
    assert [row.cells for row in found.tables[0].rows] == [("first",), ("last",)]
    (reject,) = found.rejects
    assert (reject.row, reject.line, reject.column) == (2, 2, column) or len(line) > DEEP
    assert reject.reason
    assert "xxx" not in reject.reason
    reject.raw.encode()


def test_naive_reading_takes_many_of_them() -> None:
    """The positive control: the standard reader accepts repeated keys, NaN, lists and control characters."""
    taken = 0
    for line in HOSTILE:
        try:
            json.loads(line)
            taken += 1
        except (ValueError, RecursionError):
            continue
    assert taken > 20


def test_a_file_without_any_record_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"row 2: not an object \(so 2 of 3 lines, and no other can be read\)"):
        reading(tmp_path, "{", "[1]", "[2]")
    with pytest.raises(SourceError, match="not one line holds anything"):
        reading(tmp_path, " ", " ")


def test_keys_that_explode_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="row 7072: too many different keys for one table: more than 50,000,000 cells"):
        reading(tmp_path, *(f'{{"k{n}": 1}}' for n in range(20_000)))
    wide = ["{" + ", ".join(f'"k{n}": 1' for n in range(begin, begin + 10_000)) + "}" for begin in (0, 10_000)]
    with pytest.raises(SourceError, match="row 2: too many different keys for one table: more than 16,384"):
        reading(tmp_path, *wide)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20)
KEY = TEXT.filter(lambda key: bool(key.strip()))


@given(st.lists(st.dictionaries(KEY, st.one_of(TEXT, st.integers().map(str)), min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, objects: list[dict[str, str]]) -> None:
    found = reading(tmp_path_factory.mktemp("lines"), *(json.dumps(each, ensure_ascii=False) for each in objects))
    (table,) = found.tables
    assert [{k: v for k, v in zip(table.header, row.cells, strict=True) if v} for row in table.rows] == [
        {k: v for k, v in each.items() if v} for each in objects
    ]
