"""Delimited text: what is a record, what is refused, and that nothing is lost in between."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from loaders.reading import Reading, read


def reading(folder: Path, text: str | bytes, name: str = "list.csv", encoding: str | None = None) -> Reading:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, encoding=encoding)


def cells(found: Reading) -> list[tuple[str, ...]]:
    return [row.cells for row in found.tables[0].rows]


def reasons(found: Reading) -> list[tuple[int | None, int | None, str | None]]:
    return [(reject.row, reject.line, reject.column) for reject in found.rejects]


def test_text_stays_as_it_is(tmp_path: Path) -> None:
    found = reading(tmp_path, 'id,name,seen\r\n007, Ann ,"5 o\'clock, ""sharp"""\r\n8,,\r\n')
    assert found.tables[0].header == ("id", "name", "seen")
    assert cells(found) == [("007", " Ann ", '5 o\'clock, "sharp"'), ("8", "", "")]
    assert (found.delimiter, found.format, found.encoding, found.lines) == (",", "csv", "utf-8", 3)


def test_rows_and_lines_are_counted_as_a_spreadsheet_and_an_editor_do(tmp_path: Path) -> None:
    found = reading(tmp_path, 'a,b\n1,"x\ny"\n\n2,3\nbroken\n4,5\n')
    assert [(row.number, row.line) for row in found.tables[0].rows] == [(2, 2), (4, 5), (6, 7)]
    assert reasons(found) == [(5, 6, None)]
    assert (found.blank, found.lines) == (1, 7)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["list.csv", "list.tsv", "list.txt"])
def test_the_delimiter_is_the_one_in_the_file(tmp_path: Path, mark: str, name: str) -> None:
    found = reading(tmp_path, f'name{mark}born{mark}"unit, or station; both"\nA{mark}1950{mark}"x, y; z|z"\n', name)
    assert (found.delimiter, cells(found)) == (mark, [("A", "1950", "x, y; z|z")])


def test_one_column(tmp_path: Path) -> None:
    assert cells(reading(tmp_path, "name\nA\nB\n")) == [("A",), ("B",)]


def test_line_ends_of_all_kinds(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert cells(reading(tmp_path, end.join(["a,b", "1,2", '3,"4"']))) == [("1", "2"), ("3", "4")]


def test_unicode_line_separators_are_text(tmp_path: Path) -> None:
    assert cells(reading(tmp_path, "a,b\nx\u2028y,\u2029\n")) == [("x\u2028y", "\u2029")]


def test_raw_and_enclosed_tab_separated_files_are_told_apart(tmp_path: Path) -> None:
    raw = reading(tmp_path, 'a\tb\n"A" Division\t1\n"new" as of\t2\n', "raw.tsv")
    assert cells(raw) == [('"A" Division', "1"), ('"new" as of', "2")]
    enclosed = reading(tmp_path, 'a\tb\n"1 ""A"" Company"\t1\n"two\nlines"\t2\n', "enclosed.tsv")
    assert cells(enclosed) == [('1 "A" Company', "1"), ("two\nlines", "2")]


@pytest.mark.parametrize(
    ("record", "column", "word"),
    [
        ('1,"x,3,4', "b", "quotation mark"),
        ("1,2,3", None, "3 cells where the header has 4"),
        ("1,2,3,4,5", None, "a delimiter too many"),
        ('1,x"y,3,4', "b", "quotation mark inside"),
        ('1,"x"y,3,4', "b", "after the closing"),
        ("1,x\x00y,3,4", "b", "NUL"),
        ("1,x\ry,3,4", "b", "carriage return"),
        ("1,x\x07y,3,4", "b", "control character (U+0007)"),
        ("1,x\x96y,3,4", "b", "control character (U+0096)"),
        ("1," + "x" * 1_000_001 + ",3,4", "b", "more than 1,000,000"),
        ("a,b,c,d", None, "header again"),
        ("1;2;3;4", None, "semicolon"),
        ('1,"' + "x\n" * 1_001 + '",3,4', None, "more than 1,000 lines"),
    ],
)
def test_a_bad_record_is_refused_with_its_place_and_the_next_is_read(
    tmp_path: Path, record: str, column: str | None, word: str
) -> None:
    found = reading(tmp_path, f"a,b,c,d\n5,6,7,8\n{record}\n9,10,11,12\n")
    assert cells(found) == [("5", "6", "7", "8"), ("9", "10", "11", "12")]
    (reject,) = found.rejects
    assert (reject.file, reject.row, reject.line, reject.column) == ("list.csv", 3, 3, column)
    assert word in reject.reason
    assert reject.raw.startswith(record[:4].replace("\x00", "\x00"))
    assert "xx" not in repr(reject)


def test_a_lost_quote_swallows_no_row(tmp_path: Path) -> None:
    """csv.reader takes rows 2 to 5 for one cell here, and says nothing: the positive control."""
    rows = [f"{n},name,unit,place,rank,1950" for n in range(6)]
    rows[1] = '1,"name,unit,place,rank,1950'
    rows[5] = '5,name",unit,place,rank,1950'
    text = "\n".join(["id,a,b,c,d,e", *rows, ""])
    assert [len(row) for row in csv.reader(io.StringIO(text))] == [6, 6, 6]
    found = reading(tmp_path, text)
    assert [row[0] for row in cells(found)] == ["0", "2", "3", "4"]
    assert reasons(found) == [(3, 3, None), (7, 7, "a")]


def test_prose_over_lines_is_a_cell(tmp_path: Path) -> None:
    found = reading(tmp_path, 'id,where\n1,"Street 5, Kano\nby the mosque, left\nthen on"\n2,x\n')
    assert cells(found) == [("1", "Street 5, Kano\nby the mosque, left\nthen on"), ("2", "x")]


def test_prose_that_may_be_rows_is_not_decided_in_a_file_with_defects(tmp_path: Path) -> None:
    text = 'id,name,where\n1,x,"one, two\n2, three, four\nfive, six"\n2,y,z\n'
    assert len(cells(reading(tmp_path, text))) == 2
    found = reading(tmp_path, text + "short\n")
    assert cells(found) == [("2", "y", "z")]
    assert [reject.lines for reject in found.rejects] == [3, 1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (b"", "empty"),
        ("\n\n", "first row is empty"),
        ("\na,b\n1,2\n", "first row is empty"),
        (",,\n1,2,3\n", "first row is empty"),
        ("a,b,a\n1,2,3\n", "same name"),
        ("a,b, a \n1,2,3\n", "same name"),
        ("a,,c\n1,2,3\n", "has no name"),
        ("a,b,\n1,2,3\n", "has no name"),
        ("1,2020-08-09,3.5\n2,3,4\n", "numbers or dates"),
        ('a,"b,c\n1,2,3\n', "quotation mark"),
        ("a,b\x07,c\n1,2,3\n", "control character"),
        ("sep=;\na;b\n1;2\n", "for Excel"),
        ("<!DOCTYPE html><html>\n", "web page"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"),
    ],
)
def test_a_file_without_a_usable_header_is_refused_in_one_line(tmp_path: Path, text: str | bytes, word: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(tmp_path, text)
    assert word in str(refused.value)
    assert str(refused.value).startswith("list.csv")
    assert "\n" not in str(refused.value)
    assert refused.value.remedy


def test_columns_that_are_empty_all_the_way_are_left_out(tmp_path: Path) -> None:
    found = reading(tmp_path, "a,b,,\n1,2,,\n")
    assert (found.tables[0].header, cells(found)) == (("a", "b"), [("1", "2")])
    assert "left out" in found.notes[0].text
    inner = reading(tmp_path, "a,,b\n1,,2\n")
    assert (inner.tables[0].header, cells(inner)) == (("a", "", "b"), [("1", "", "2")])


def test_characters_lost_earlier_are_kept_and_noted(tmp_path: Path) -> None:
    found = reading(tmp_path, "a,b\n1,\ufffdx\n")
    assert cells(found) == [("1", "\ufffdx")]
    assert [(note.row, note.column) for note in found.notes] == [(2, "b")]


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12)
QUOTED = st.one_of(CELL, st.sampled_from(['"', '""', ",", "\n", "x\r\ny", "a\rb", '",', ',"', '"\n', " ", ""]))


@given(rows=st.lists(st.lists(QUOTED, min_size=3, max_size=3), min_size=1, max_size=8), mark=st.sampled_from(",;|\t"))
def test_what_a_strict_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], mark: str
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["one", "two", "three"], *rows])
    found = reading(tmp_path_factory.mktemp("rows"), stream.getvalue())
    assert cells(found) == [tuple(row) for row in rows]
    assert found.rejects == ()


@given(text=st.text(st.sampled_from('ab",\n\r\x00;\t'), max_size=60))
def test_every_line_of_any_text_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """The reader adds up what it read against the lines of the file and raises IntegrityError otherwise."""
    found = reading(tmp_path_factory.mktemp("any"), "one,two,three\n" + text, encoding="utf-8")
    starts = sorted([row.line or 0 for row in found.tables[0].rows] + [reject.line or 0 for reject in found.rejects])
    assert len(set(starts)) == len(starts)
    assert all(len(row.cells) == 3 for row in found.tables[0].rows)
