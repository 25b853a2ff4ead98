"""No cell of ours computes anything, however a line is parted; and what was written comes back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.spreadsheet import FORMULA, exact, inert

FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1;1)", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0"),
    *("＝1+1", "＋1", "－1", "＠SUM(1)", "=-=-=", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  =1+1", '"=1+1"', '" =1+1'),
    *("\xa0=1+1", "'=1+1", "''=1+1", "a\t=1+1", "a,=1+1", "a;=1+1", "a|=1+1", "a\n=1+1", 'a;"=1+1"', "a;;=1+1", "a\r\n\t=1+1"),
)
assert len(FORMULAS) == 30

signs = st.text(alphabet=st.sampled_from(f"{FORMULA}\t\n\r ,;|\"'ab\xa0"), max_size=12)


def cells(line: str, separator: str) -> list[str]:
    """As a program parts it that takes this sign for the separator."""
    return [cell for row in csv.reader(io.StringIO(line, newline=""), delimiter=separator) for cell in row]


def written(text: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(["roster.csv", 3, inert(text)])
    return out.getvalue()


def computes(cell: str) -> bool:
    return cell.strip(' \xa0"\t\r\n').startswith(tuple(FORMULA))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_computes_however_the_line_is_parted(text: str, separator: str) -> None:
    assert not [cell for cell in cells(written(text), separator) if computes(cell)]
    assert any(computes(cell) for begin in ",;\t|" for cell in [*cells(text, begin), text.lstrip("'")]), "a control"


@given(signs)
def test_neither_does_any_other_text(text: str) -> None:
    for separator in ",;\t|":
        assert not [cell for cell in cells(written(text), separator) if computes(cell)]


@given(signs | st.text())
def test_it_can_be_read_back_exactly(text: str) -> None:
    assert exact(inert(text)) == text


@pytest.mark.parametrize("text", ["", "Ada Brum", "7 Div.", "12-03-2014", "O'Neil", "a = b", "x, y", "don't = 'quoted'"])
def test_what_computes_nothing_is_left_alone(text: str) -> None:
    assert inert(text) == text
