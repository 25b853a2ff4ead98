"""Random damage to several thousand files, held against what is known to be whole in each."""

from __future__ import annotations

import csv
import io

import pytest

from loaders.reading.delimited import Delimited, read_delimited
from loaders.reading.table import Reject
from tests.loaders.reading.damaged import Damaged, damaged

FILES, AT_ONCE = 4_000, 500


def reading(file: Damaged) -> Delimited:
    return read_delimited(file.text, "list.csv", ".csv")


def reject_of(found: Delimited, line: int) -> Reject | None:
    return next((reject for reject in found.rejects if (reject.line or 0) <= line < (reject.line or 0) + reject.lines), None)


def is_record(text: str, found: Delimited) -> bool:
    """By another reader: what is left of a row still has the form of one, so nobody can see the damage."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=found.dialect.delimiter, strict=True))
    except csv.Error:
        return False
    return len(rows) == 1 and len(rows[0]) == len(found.table.header) and "\0" not in text


@pytest.mark.parametrize("first", range(0, FILES, AT_ONCE))
def test_a_whole_row_is_lost_at_most_between_two_damaged_ones_and_never_in_silence(first: int) -> None:
    whole, refused = 0, 0
    for seed in range(first, first + AT_ONCE):
        file = damaged(seed)
        found = reading(file)
        read = {row.line: row.cells for row in found.table.rows}
        for line, cells in file.whole.items():
            whole += 1
            if read.get(line) != cells:
                refused += 1
                reject = reject_of(found, line)
                assert reject is not None, f"seed {seed}, line {line}: lost in silence"
                start = reject.line or 0
                here = [at for at in file.broken if start <= at <= start + reject.lines]
                assert len(here) > 1, f"seed {seed}, line {line}: one damaged row took a whole one with it"
    assert refused <= whole // 2_000, f"{refused} of {whole}"


@pytest.mark.parametrize("first", range(0, FILES, AT_ONCE))
def test_every_damaged_row_is_refused_with_its_place_and_no_row_is_made_up(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        file = damaged(seed)
        found = reading(file)
        ends = {line + text.count("\n") for line, text in file.broken.items()}
        assert {row.line for row in found.table.rows} <= file.whole.keys() | file.broken.keys(), f"seed {seed}"
        for line, text in file.broken.items():
            if text.strip("\r\n") and not is_record(text, found) and "\n" not in text:
                reject = reject_of(found, line)
                if reject is None:  # two damaged rows after one another make one that nobody can tell from a whole one
                    assert line + 1 in file.broken or line - 1 in ends, f"seed {seed}, line {line}: {text!r} was read"
                    continue
                assert (reject.file, reject.sheet, bool(reject.reason)) == ("list.csv", "", True)
                assert reject.raw


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        (['2,"cut in the middl', "3,b,c,d", '4,"x, y",c,d'], [(3, "b", "quotation mark opened here")]),
        (["2,cut", "3,b,c,d", "4,b,c,d"], [(3, None, "2 cells where the header has 4")]),
        (['2,"first\n\nthird",', "3,b,c,d", '4,b,c,d,"'], [(3, None, "3 cells"), (7, "E", "none closes it")]),
        (['2,b,c,"lost', '3,b,c,"', 'next"', "4,b,c,d"], [(3, None, "quotation mark opened here")]),
        (['2,b,c,d"', "3,b,c,d", "4,b,c,d"], [(3, "d", "quotation mark inside")]),
        (["2,b\0\0,c,d", "3,b,c,d", "4,b,c"], [(3, "b", "NUL"), (5, None, "3 cells")]),
    ],
)
def test_the_next_row_is_read_and_the_reason_is_the_true_one(rows: list[str], refused: list[tuple[int, str | None, str]]) -> None:
    found = read_delimited("\n".join(["a,b,c,d", "1,b,c,d", *rows]), "list.csv", ".csv")
    assert "3" in [row.cells[0] for row in found.table.rows]
    assert [(reject.line, reject.column) for reject in found.rejects] == [(line, column) for line, column, _ in refused]
    assert all(word in reject.reason for reject, (*_, word) in zip(found.rejects, refused, strict=True))
