"""An export on disk: all of it or nothing, for the owner's eyes only, and never over something that is not ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph.errors import CaseError
from graph.kept.private import nothing, put_folder
from graph.kept.small import open_regular
from viz.export.formats import formats
from viz.export.manifest import FORMAT, NAME, manifest
from viz.release import Released


def write(
    released: Released,
    chosen: Iterable[str],
    out: Path,
    *,
    replace: bool = False,
    announce: Callable[[str], None] | None = None,
) -> tuple[Path, ...]:
    """Writes the released answer in these formats into the folder `out`, with a manifest; returns the files.

    `out` must be absent or empty. With `replace` it may also be an earlier export with nothing else in it.
    `announce` is called with the manifest's SHA-256 before anything stands in its place.
    """
    _check_target(out, replace=replace)
    contents = _contents(released, chosen)
    contents[NAME] = manifest(released, contents)

    def before() -> None:
        if announce is not None:
            announce(hashlib.sha256(contents[NAME]).hexdigest())

    put_folder(out, contents, over=_is_export if replace else nothing, before=before)
    return tuple(out / name for name in sorted(contents))


def _contents(released: Released, chosen: Iterable[str]) -> dict[str, bytes]:
    known = formats()
    contents: dict[str, bytes] = {}
    for name in dict.fromkeys(chosen):
        if name not in known:
            raise CaseError(f"there is no such export format; choose from {', '.join(known)}")
        contents.update(known[name].files(released))
    if not contents:
        raise CaseError(f"no export format was named; choose from {', '.join(known)}")
    return contents


def _check_target(out: Path, *, replace: bool) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise CaseError("the export's target is a file or a link: name a folder that does not exist yet")
    if not out.exists() or not any(out.iterdir()):
        return
    if not replace:
        raise CaseError("the export's target is not empty: name another folder, or replace the earlier one (--replace)")
    if not _is_export(out):
        raise CaseError("the export's target holds more or less than an earlier export: name another folder")


def _is_export(out: Path) -> bool:
    """Whether nothing but an earlier export is in this folder."""
    return not out.is_symlink() and out.is_dir() and {path.name for path in out.iterdir()} == _listed(out / NAME)


def _listed(path: Path) -> set[str]:
    """The names an earlier export consists of; none where this is no manifest of ours."""
    try:
        with open_regular(path) as file:
            content = json.load(file)
    except (OSError, ValueError):
        return set()
    if not isinstance(content, Mapping) or content.get("format") != FORMAT or not isinstance(content.get("files"), Mapping):
        return set()
    return {NAME, *content["files"]}
