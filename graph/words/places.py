"""Places in a file, in words."""

from __future__ import annotations

import re
from typing import Final

_OF_DOCUMENT: Final = re.compile(r"table [1-9][0-9]*")


def in_sheet(sheet: str) -> str:
    """In which sheet of a workbook, or which table of a document ("table 2"); empty where there is neither."""
    return sheet if not sheet or _OF_DOCUMENT.fullmatch(sheet) else f"sheet {sheet}"
