from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest

from graph.answer import Answer, Column
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from graph.spreadsheet import FORMULA, exact
from tests.viz.answers import EVENT, KEY, NOBODY, OFFICER, UNIT, answer, link, node
from viz.export import csv as export
from viz.export.flat import flat
from viz.release import release

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '=HYPERLINK("x","y")',
    "=cmd|' /C calc'!A0",
    "\uff1d1+1",
    "+49 30 1234",
)


def written(given: Answer) -> dict[str, bytes]:
    return dict(export.files(release(given, "internal", None, key=KEY, protected=NOBODY)))


def computed(cell: str) -> bool:
    """Whether a spreadsheet would; blanks and new lines before the sign do not stop it."""
    return cell.lstrip().startswith(tuple(FORMULA))


def records(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_a_node_takes_two_columns_and_claims_are_joined() -> None:
    [row] = records(written(answer())["rows.csv"])
    assert (row["officer"], row["officer.id"], row["gap_days"]) == ("Ihar Drozd", OFFICER, "3")
    assert row["way"] == "Ihar Drozd - Special police regiment"
    assert row["way.id"].startswith(f"{OFFICER};{UNIT};l-")
    assert row["claims"] == "c-claimaaaaaaaaaaa"


def test_nodes_and_links_join_by_id() -> None:
    files = written(answer())
    ids = {row["id"] for row in records(files["nodes.csv"])}
    links = records(files["links.csv"])
    assert len(ids) == 6
    assert {row["type"] for row in links} == {"POSTED_TO", "HELD_AT", "SUFFERED"}
    assert {end for row in links for end in (row["begin"], row["end"])} <= ids


def test_awkward_texts_come_back_exactly() -> None:
    texts = ['say "no"', "a,b;c\\d", "line\r\nbreak", " lead", "", "Ганна", "\x00", "e\u0301", "\u202eabc", "'quoted"]
    given = answer({f"t{number}": text for number, text in enumerate(texts)})
    assert list(records(written(given)["rows.csv"])[0].values()) == texts


def test_lists_can_be_taken_apart_again() -> None:
    assert flat(["a;b", "c\\", "d"]) == "a\\;b;c\\\\;d"


def test_unknown_limits_are_words_not_dates() -> None:
    event = node("Event", EVENT, possible_from=UNKNOWN_FROM, possible_to=UNKNOWN_TO, cited_from=[datetime(2031, 8, 11)])
    [row] = records(written(answer({"event": event}))["nodes.csv"])
    assert (row["possible_from"], row["possible_to"], row["cited_from"]) == ("unknown", "unknown", "2031-08-11T00:00:00")
    assert row["possible_to_inclusive"] == "unknown"


def test_an_end_is_half_open_and_beside_it_stands_the_last_that_it_includes() -> None:
    midnight, morning = datetime(2010, 1, 16), datetime(2010, 1, 16, 7, 1)
    posting = link("POSTED_TO", node("Person", OFFICER), node("Unit", UNIT), possible_to=midnight, cited_to=[morning])
    row = {"until": midnight, "event_until": UNKNOWN_TO, "last": None, "since": midnight, "posting": posting}
    columns = tuple(Column(name, "rel" if name == "posting" else "time") for name in row)
    files = written(replace(answer(), columns=columns, rows=(tuple(row.values()),)))
    [told] = records(files["rows.csv"])
    assert (told["until"], told["until_inclusive"]) == ("2010-01-16T00:00:00", "2010-01-15")
    assert (told["event_until"], told["event_until_inclusive"]) == ("unknown", "unknown")
    assert (told["last"], told["last_inclusive"]) == ("", "")
    assert "since_inclusive" not in told
    [held] = records(files["links.csv"])
    assert (held["possible_to"], held["possible_to_inclusive"]) == ("2010-01-16T00:00:00", "2010-01-15")
    assert (held["cited_to"], held["cited_to_inclusive"]) == ("2010-01-16T07:01:00", "2010-01-16T07:00")


def test_half_a_surrogate_pair_is_written_visibly() -> None:
    assert records(written(answer({"text": "a\ud800b"}))["rows.csv"]) == [{"text": "a\\ud800b"}]


def test_an_answer_without_rows_is_a_heading() -> None:
    assert written(answer(rows=()))["links.csv"] == b"id,type,begin,end,denied_by,claims\r\n"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_spreadsheet_computes_nothing(text: str) -> None:
    officer = node("Person", OFFICER, name=text, aliases=[text, text])
    given = answer({text: text, "officer": officer, "posted": link("POSTED_TO", officer, node("Unit", UNIT), post=text)})
    files = written(given)
    for name in ("rows", "nodes", "links"):
        shown = list(csv.reader(io.StringIO(files[f"{name}-for-excel.csv"].decode("utf-8-sig"), newline="")))
        assert not [cell for line in shown for cell in line if computed(cell)]
        raw = list(csv.reader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
        assert [[exact(cell) for cell in line] for line in shown] == raw


@pytest.mark.parametrize("text", FORMULAS)
def test_control_a_naive_file_would_compute(text: str) -> None:
    naive = io.StringIO(newline="")
    csv.writer(naive).writerow([text])
    [[cell]] = csv.reader(io.StringIO(naive.getvalue(), newline=""))
    assert computed(cell)


def test_our_own_numbers_stay_numbers() -> None:
    assert "-3.5" in [row["latitude"] for row in records(written(answer())["nodes-for-excel.csv"])]


def test_the_twin_begins_with_a_mark_that_excel_reads_as_utf8() -> None:
    files = written(answer())
    assert all(content.startswith(b"\xef\xbb\xbf") == name.endswith("-for-excel.csv") for name, content in files.items())
