"""The real files load whole: every line is a row, and none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading import read


@pytest.mark.parametrize(
    ("path", "delimiter", "columns", "rows"),
    [
        ("sfm_nigeria/ng_orgs_20191024.tsv", "\t", 116, 1552),
        ("sfm_nigeria/ng_persons_20190501.csv", ",", 68, 885),
        ("sfm_nigeria/sources_20190501.csv", ",", 14, 2753),
        ("sfm_nigeria/ng_unit_names_distinct_20191024.tsv", "\t", 2, 1068),
        ("sfm_nigeria/dos_fmtrpt_nga_distinct_units_20191024.tsv", "\t", 1, 754),
        ("sfm_mali_command_chain/202106251341-HEAD-Mali-Backup-slim.tsv", "\t", 11, 400),
        ("chile_pinochet/pinochet.csv", ",", 59, 2398),
    ],
)
def test_every_line_is_a_row(data: Path, path: str, delimiter: str, columns: int, rows: int) -> None:
    found = read(data / path)
    (table,) = found.tables
    assert (found.delimiter, len(table.header), len(table.rows)) == (delimiter, columns, rows)
    assert (found.rejects, found.blank, found.lines) == ((), 0, rows + 1)


def test_quotes_that_are_letters_stay(data: Path) -> None:
    """The Nigerian units are raw tab-separated text: `"A" Division` is a name and opens no cell."""
    found = read(data / "sfm_nigeria/ng_orgs_20191024.tsv")
    names = [row.cells[found.tables[0].header.index("Organization:other_names")] for row in found.tables[0].rows]
    assert sum(name.startswith('"A" Division') for name in names) == 2
    assert any("letters" in note.text for note in found.notes)


def test_characters_lost_earlier_are_noted_and_kept(data: Path) -> None:
    found = read(data / "sfm_nigeria/ng_orgs_20191024.tsv")
    assert [note.row for note in found.notes if "U+FFFD" in note.text] == [1318]


def test_quotes_that_enclose_are_removed(data: Path) -> None:
    """The Malian units are tab-separated too, but enclosed as RFC 4180 has it."""
    found = read(data / "sfm_mali_command_chain/202106251341-HEAD-Mali-Backup-slim.tsv")
    quoted = [cell for row in found.tables[0].rows for cell in row.cells if '"' in cell]
    assert len(quoted) == 6
    assert all(cell.endswith('"') and not cell.startswith('"') and '""' not in cell for cell in quoted)
