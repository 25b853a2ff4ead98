"""The forms of workbooks and documents that hold tables: who opens each, and what is said where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FORMATS: Final = Path(__file__).parent / "formats"


@dataclass(frozen=True, slots=True)
class Form:
    """`name`: its suffix without the point. `what`: one of them, in words. `saved_as`: how it is saved anew.

    `holds`: parts that its ZIP must hold; `mimetype`: what an OpenDocument says it is.
    """

    name: str
    what: str
    child: Path
    saved_as: str
    holds: tuple[str, ...] = ()
    mimetype: str = ""

    @property
    def resave(self) -> str:
        """What to do with one that is not as programs write it."""
        if self.what == "a document":
            return f"Open it, copy the tables into a new document and save that as {self.saved_as}"
        return f"Open it, copy the sheets into a new workbook and save that as {self.saved_as}"

    @property
    def is_zip(self) -> bool:
        """Whether it is a ZIP archive."""
        return bool(self.holds)


_ODF: Final = "application/vnd.oasis.opendocument"
FORMS: Final = {
    form.name: form
    for form in (
        Form("xlsx", "a workbook", _FORMATS / "xlsx.py", ".xlsx", ("[content_types].xml", "workbook.xml")),
        Form("ods", "a workbook", _FORMATS / "odf.py", ".ods", ("mimetype", "content.xml"), f"{_ODF}.spreadsheet"),
        Form("xls", "a workbook", _FORMATS / "xls.py", ".xlsx"),
        Form("docx", "a document", _FORMATS / "docx.py", ".docx", ("[content_types].xml", "word/document.xml")),
        Form("odt", "a document", _FORMATS / "odf.py", ".odt", ("mimetype", "content.xml"), f"{_ODF}.text"),
    )
}
