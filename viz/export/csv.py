"""CSV: UTF-8, RFC 4180, one file each for rows, nodes and links, and a twin of each that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from graph.spreadsheet import inert
from viz.export import table
from viz.export.flat import flat
from viz.release import Released

MEANS = "tables of rows, nodes and links, as they are and for spreadsheets"


def files(released: Released) -> Iterator[tuple[str, bytes]]:
    """Three tables, each raw and as the twin for spreadsheets, whose values differ only by a leading `'`."""
    for name, content in (("rows", table.rows(released)), ("nodes", table.nodes(released)), ("links", table.links(released))):
        lines = [content.heading, *content.records]
        yield f"{name}.csv", _written(map(flat, line) for line in lines).encode()
        yield f"{name}-for-excel.csv", _written(map(_shown, line) for line in lines).encode("utf-8-sig")


def _shown(value: object) -> str:
    # A number of ours may begin with a minus; it is no text, so nothing can hide in it.
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return flat(value) if is_number else inert(flat(value))


def _written(lines: Iterable[Iterable[str]]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(lines)
    return target.getvalue()
