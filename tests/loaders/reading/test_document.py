"""One JSON document: its records wherever they lie, every value as it is written; a hostile one costs its own reader alone."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.reading import Reading, read
from loaders.reading.bounds import LARGEST_DOCUMENT
from loaders.reading.layout import Layout


def reading(folder: Path, text: str | bytes, records: str | None = None, name: str = "a.json") -> Reading:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, layout=Layout(records=records))


def rows(found: Reading) -> list[dict[str, str]]:
    (table,) = found.tables
    return [{name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell} for row in table.rows]


RECORDS = '[{"id": 1.50, "name": ["Ada", "A."]}, {"id": 12345678901234567890123, "name": ["Olu"], "ok": true}]'
WANTED = [{"id": "1.50", "name[0]": "Ada", "name[1]": "A."}, {"id": "12345678901234567890123", "name[0]": "Olu", "ok": "true"}]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (RECORDS, None),
        ("\ufeff" + RECORDS, None),
        (f'{{"meta": {{"by": "us"}}, "data": {{"items": {RECORDS}}}}}', None),
        (f'{{"data": {{"items": {RECORDS}}}, "others": [{{"x": 1}}]}}', "data.items"),
        (json.dumps({"data": json.loads(RECORDS, parse_float=str, parse_int=str)}, indent=1), "data"),
    ],
)
def test_the_records_wherever_they_lie(tmp_path: Path, text: str, records: str | None) -> None:
    found = reading(tmp_path, text, records)
    assert rows(found) == WANTED
    assert [row.number for row in found.tables[0].rows] == [1, 2]
    assert (found.format, found.encoding) == ("json", "utf-8")


def test_geojson_is_its_features(tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {"name": "Fort"}, "geometry": {"type": "Point", "coordinates": [3.5, 6.25]}}
    found = reading(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), name="a.geojson")
    assert rows(found)[0]["properties.name"] == "Fort"
    assert rows(found)[0]["geometry.coordinates[0]"] == "3.5"


@pytest.mark.parametrize(
    ("text", "records", "reason"),
    [
        ("{", None, "not valid JSON"),
        ('[{"a": NaN}]', None, "not valid JSON"),
        (b'[{"a": "\xff"}]', None, "not UTF-8"),
        ("[" * 100_000, None, "nested too deeply"),
        ('{"a": 1}', None, "without any list of objects"),
        ("[1, 2]", None, "without any list of objects"),
        ('{"a": [{"x": 1}], "b": [{"x": 1}, {"x": 2}]}', None, r"several lists of objects: 'a' \(1\), 'b' \(2\)"),
        ('{"a": [{"x": 1}]}', "b", "no list of objects lies at 'b'"),
        ('{"a": [{"x": 1}], "a": [{"x": 1}]}', "a", "no list of objects lies at 'a'"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, text: str | bytes, records: str | None, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        reading(tmp_path, text, records)


def test_a_record_with_a_key_that_stands_twice_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    found = reading(tmp_path, '[{"a": 1, "a": 2}, {"a": 3}]')
    assert rows(found) == [{"a": "3"}]
    assert [(reject.row, reject.column) for reject in found.rejects] == [(1, "a")]


def test_bombs_end_soon_and_cost_this_process_little(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    many = "[" + ",".join(['{"a":{}}'] * 3_000_000) + "]"
    for text in ("[" * 20_000_000, '{"a":' * 8_000_000, "[" + "9" * 30_000_000 + "]", many[:-1]):
        with pytest.raises(SourceError):
            reading(tmp_path, text)
    assert time.process_time() - begun < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
    with pytest.raises(SourceError, match=r"64 MB|longer than"):
        reading(tmp_path, b"[" + b" " * LARGEST_DOCUMENT + b"]")


def test_lines_under_the_name_of_a_document_are_lines(tmp_path: Path) -> None:
    found = reading(tmp_path, '\ufeff{"name": "Ada", "where": {"town": "Kastel"}}\n\n{"name": "Olu"}\n')
    assert rows(found) == [{"name": "Ada", "where.town": "Kastel"}, {"name": "Olu"}]
    assert found.format == "jsonl"
    one = reading(tmp_path, '{"data":\n[{"name": "Ada"}]}', name="b.json")
    assert (one.format, rows(one)) == ("json", [{"name": "Ada"}])
