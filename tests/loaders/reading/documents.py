"""OpenDocument and Word files for tests, part by part by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:table="{ODF}table:1.0" xmlns:text="{ODF}text:1.0" xmlns:style="{ODF}style:1.0" '
    f'xmlns:number="{ODF}datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
STYLES = (
    '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
    '<number:time-style style:name="N2" number:truncate-on-overflow="false"><number:hours/></number:time-style>'
    '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="long" style:family="table-cell" style:data-style-name="N2"/>'
    '<style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/>'
    "</style:style>"
    '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def open_document(
    folder: Path, body: str, *, extra: dict[str, str] | None = None, name: str = "list.ods", prolog: str = ""
) -> Path:
    """A spreadsheet (.ods) or text (.odt) whose body is this XML."""
    kind = "spreadsheet" if name.endswith(".ods") else "text"
    content = (
        f"{prolog}<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
        f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": content,
        "META-INF/manifest.xml": "<manifest/>",
    }
    return packed(folder / name, parts | (extra or {}))


def table(*rows: str, name: str = "One", before: str = "", style: str = "") -> str:
    attribute = f' table:style-name="{style}"' if style else ""
    whole = "".join(row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}"{attribute}>{before}{whole}</table:table>'


def c(text: str = "", more: str = "", inside: str = "") -> str:
    """A cell: of text, unless `more` says of what else."""
    kind = "" if "value-type" in more or not text else ' office:value-type="string"'
    return f"<table:table-cell{kind} {more}>{inside}{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def word(folder: Path, body: str, *, extra: dict[str, str] | None = None) -> Path:
    """A document (.docx) whose body is this XML, with one comment, one footnote and one address to refer to."""
    names = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/comments.xml": f'<w:comments {names}><w:comment w:id="0" w:author="Analyst">'
        "<w:p><w:r><w:t>seen twice</w:t></w:r></w:p></w:comment></w:comments>",
        "word/footnotes.xml": f'<w:footnotes {names}><w:footnote w:id="2"><w:p><w:r><w:t>Order 7</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Target="https://list.invalid/a"/>'
        "</Relationships>",
    }
    return packed(folder / "list.docx", parts | (extra or {}))


def tbl(*rows: list[str]) -> str:
    """A table of Word: each cell is text, or XML of a cell."""
    whole = ("".join(map(tc, row)) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in whole) + "</w:tbl>"


def tc(text: str, properties: str = "") -> str:
    if text.startswith("<w:tc>"):
        return text
    content = text if text.startswith("<w:") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"
