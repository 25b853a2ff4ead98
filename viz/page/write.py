"""A page on disk: all of it or nothing, for the owner's eyes only, and never over something that is not a page of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from graph.errors import CaseError
from graph.kept.private import nothing, put_file
from viz.page.details import Details, allowed
from viz.page.html import GENERATOR, page
from viz.release import Released

HEAD = 500
"""Within so many bytes a page of ours says that it is one."""


def write(
    released: Released,
    details: Details,
    out: Path,
    *,
    replace: bool = False,
    announce: Callable[[str], None] | None = None,
) -> Path:
    """Writes the answer as one HTML file that needs nothing but itself, and returns it.

    Outside the profile `internal` the details are dropped. `out` must not exist; with `replace` it may be an earlier page.
    `announce` is called with the page's SHA-256 before it stands in its place.
    """
    _check_target(out, replace=replace)
    content = page(released, allowed(details, released.profile))

    def before() -> None:
        if announce is not None:
            announce(hashlib.sha256(content).hexdigest())

    return put_file(out, content, over=_is_page if replace else nothing, before=before)


def _check_target(out: Path, *, replace: bool) -> None:
    if out.is_symlink() or (out.exists() and not out.is_file()):
        raise CaseError("the page's target is a folder or a link: name a file that does not exist yet")
    if not out.exists():
        return
    if not replace:
        raise CaseError("the page's target exists already: name another file, or replace the earlier one (--replace)")
    if not _is_page(out):
        raise CaseError("the page's target is not an earlier page: name another file")


def _is_page(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(HEAD)
