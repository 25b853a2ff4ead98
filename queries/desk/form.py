"""An empty workbook to fill in, into a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import CaseError
from graph.kept.private import nothing, put_file
from loaders.forms import form, kinds, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.forms import Form


def forms() -> tuple[Form, ...]:
    """One for each kind of list."""
    return tuple(map(form, kinds()))


def write(kind: str, out: Path) -> Form:
    """The form that was written. MappingError where there is no such kind, CaseError where the file cannot be new."""
    meant = form(kind)
    if out.suffix.lower() != ".xlsx":
        raise CaseError(f"--out: {out} is no name of a workbook: let it end in .xlsx")
    try:
        put_file(out, workbook(meant), over=nothing)
    except FileExistsError:
        raise CaseError(f"--out: {out} is there already; name a new file") from None
    except OSError as error:
        raise CaseError(f"--out: {out} cannot be written ({error.strerror}): name another file") from None
    return meant
