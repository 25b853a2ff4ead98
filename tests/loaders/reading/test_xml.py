"""XML: its records by their path, every text by its own; what would fetch or multiply is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.reading import Reading, read
from loaders.reading.bounds import LARGEST_DOCUMENT
from loaders.reading.layout import Layout
from tests.loaders.reading.test_document import rows


def reading(folder: Path, text: str | bytes, records: str | None = None) -> Reading:
    (folder / "a.xml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read(folder / "a.xml", layout=Layout(records=records))


LIST = """<?xml version="1.0"?>
<list country="X">
  <person id="1"><name><last>Vade</last><first>Olu</first></name><alias>O.</alias><alias>Ox</alias></person>
  <person id="2"><name><last>Orsolin</last></name><said>He was <b>beaten</b> hard<!-- unsure --></said><died/></person>
</list>
"""
WANTED = [
    {"@id": "1", "name.last": "Vade", "name.first": "Olu", "alias": "O.", "alias[1]": "Ox"},
    {"@id": "2", "name.last": "Orsolin", "said": "He was beaten hard", "said.b": "beaten"},
]


def test_the_records_and_where_they_stand(tmp_path: Path) -> None:
    found = reading(tmp_path, LIST)
    assert rows(found) == WANTED
    assert [(row.number, row.line) for row in found.tables[0].rows] == [(1, 3), (2, 4)]
    assert (found.format, found.tables[0].path, "died" in found.tables[0].header) == ("xml", "list.person", True)
    assert [note.text for note in found.notes] == [
        "texts and attributes around the records, not read: 1",
        "comments of XML within the records, not read: 1",
    ]
    assert rows(reading(tmp_path, LIST, "list.person")) == WANTED


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_letters_are_those_that_the_file_declares(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><l><p><n>Ольга</n></p><p><n>Ада</n></p></l>'
    assert rows(reading(tmp_path, text.encode(encoding))) == [{"n": "Ольга"}, {"n": "Ада"}]


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l><p>&b;</p><p/></l>'


@pytest.mark.parametrize(
    ("text", "records", "reason"),
    [
        ("<l><p>", None, "no XML, or damaged"),
        ("a,b\n1,2\n", None, "no XML, or damaged"),
        (LAUGHS, None, "declares entities"),
        ('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l><p>&a;</p><p/></l>', None, "declares entities"),
        ('<!DOCTYPE l SYSTEM "http://list.invalid/x.dtd"><l><p>&a;</p><p/></l>', None, "declares entities"),
        ("<a>" * 100_000, None, "nested too deeply"),
        ('<?xml version="1.0" encoding="no-such"?><l/>', None, "letters"),
        ("<l><p/><p/><q/><q/></l>", None, r"several lists of elements: 'l.p' \(2\), 'l.q' \(2\)"),
        ("<l><p/></l>", "l.x", "no element lies at 'l.x'"),
        ("<l/>", None, "without any list of elements"),
        ("<l><p><a.b/><a><b/></a></p><p/></l>", None, "the same path"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, text: str, records: str | None, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as refused:
        reading(tmp_path, text, records)
    assert "\n" not in str(refused.value) and refused.value.remedy


def test_a_document_type_that_declares_nothing_is_no_harm(tmp_path: Path) -> None:
    found = reading(tmp_path, '<!DOCTYPE l SYSTEM "http://list.invalid/x.dtd"><l><p>Olu</p><p>Ada</p></l>')
    assert rows(found) == [{"#text": "Olu"}, {"#text": "Ada"}]


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="64 MB"):
        reading(tmp_path, b"<l>" + b" " * LARGEST_DOCUMENT)
