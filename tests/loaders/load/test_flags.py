"""Yes and no beside a date, in the words of the sheet: declared, or reported; never read as no in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.said.claim import SPAN
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Span
from loaders.load.dates import NO_HOUR, OTHER_FLAG
from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

SHEET = "who,unit,first,start,last,over\nOrsolin Vade,Guard,2007-05-03,{start},2009-05-09,{over}\n"
MAPPING = """\
name = "terms"
title = "x"
recognised_by = ["who", "unit", "first"]
thing.man = {{ label = "Person", name = "who" }}
thing.unit = {{ label = "Unit", name = "unit" }}

[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "unit"
span = {{ first = "first", last = "last", first_is_start = {start}, last_is_end = {over} }}
"""
COLUMNS = {"start": '"start"', "over": '"over"'}
RUSSIAN = '{{ column = "{}", values = {{ "да" = "Y", "нет" = "N" }} }}'


def term(load: Load) -> tuple[Span, str | None]:
    (claim,) = [claim for claim in load.claims.values() if claim.property == SPAN]
    assert isinstance(claim.value, dict)
    return Span.of_text(claim.value), claim.issue


@pytest.mark.parametrize("word", ["yes", "y", "да", "true", "1", "n"])
def test_a_word_nobody_declared_is_an_issue_and_no_limit(word: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, SHEET.format(start=word, over="Y"), MAPPING.format(**COLUMNS))
    span, issue = term(load)
    assert (span.possible.begin, issue) == (UNKNOWN_FROM, OTHER_FLAG)
    assert [(i.row, i.column, i.what) for i in load.issues] == [(2, "start", OTHER_FLAG)]


@pytest.mark.parametrize(("word", "limited"), [("да", True), ("нет", False), ("", False)])
def test_declared_words_mean_what_the_mapping_says(word: str, limited: bool, tmp_path: Path) -> None:
    mapping = MAPPING.format(start=RUSSIAN.format("start"), over=RUSSIAN.format("over"))
    load = loaded(tmp_path, SHEET.format(start=word, over=word), mapping)
    span, issue = term(load)
    assert (span.possible.begin != UNKNOWN_FROM, span.possible.end != UNKNOWN_TO) == (limited, limited)
    assert (issue, load.issues) == (None, [])


def test_where_words_are_declared_the_letters_are_words_like_others(tmp_path: Path) -> None:
    mapping = MAPPING.format(start=RUSSIAN.format("start"), over='{ text = "N" }')
    load = loaded(tmp_path, SHEET.format(start="Y", over="Y"), mapping)
    assert [(i.column, i.what) for i in load.issues] == [("start", OTHER_FLAG)]


def test_the_mapping_may_answer_for_every_row(tmp_path: Path) -> None:
    load = loaded(tmp_path, SHEET.format(start="", over=""), MAPPING.format(start='{ text = "Y" }', over='{ text = "N" }'))
    span, issue = term(load)
    assert (span.possible.begin.year, span.possible.end, issue) == (2007, UNKNOWN_TO, None)


@pytest.mark.parametrize(
    ("hour", "begin", "odd"),
    [("22:30", "2007-05-03T22:30:00", None), ("", "2007-05-03T00:00:00", None), ("night", "2007-05-03T00:00:00", NO_HOUR)],
)
def test_the_hour_of_a_day_may_have_a_column_of_its_own(hour: str, begin: str, odd: str | None, tmp_path: Path) -> None:
    mapping = MAPPING.format(**COLUMNS).split("span =")[0] + 'span = { on = { column = "first", time = "start" } }\n'
    load = loaded(tmp_path, SHEET.format(start=hour, over=""), mapping)
    span, issue = term(load)
    assert ([period.begin.isoformat() for period in span.cited], [i.what for i in load.issues]) == ([begin], [odd] if odd else [])
    (claim,) = [claim for claim in load.claims.values() if claim.property == SPAN]
    assert (f'"start": "{hour}"' in claim.original, issue) == (True, odd)


def test_a_date_of_the_whole_sheet_is_written_in_the_mapping(tmp_path: Path) -> None:
    mapping = MAPPING.format(**COLUMNS).split("span =")[0] + 'span = { on = { text = "2023-03-01" } }\n'
    load = loaded(tmp_path, SHEET.format(start="", over=""), mapping)
    span, _ = term(load)
    assert [(period.begin.isoformat(), period.end.isoformat()) for period in span.cited] == [
        ("2023-03-01T00:00:00", "2023-03-02T00:00:00")
    ]
