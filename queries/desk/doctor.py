"""Whether a case is safe where it lies: what can be known is looked at, and what cannot is said to be unknown."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.engine import conformance
from graph.engine.setting import open_engine
from graph.engine.tried import untried
from graph.errors import LinkageError
from graph.kept import machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.engine.conformance import Check
    from graph.kept.case import Case

State: TypeAlias = Literal["good", "do", "unknown"]
ROOM = 5
"""Times the size of the case that a disk should have free: a load, its graph, a backup."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, what it is like, and what to do about it, where there is anything to do."""

    what: str
    state: State
    says: str
    do: str = ""


def doctor(case: Case | None) -> list[Finding]:
    """All findings, on this computer and on the case, if there is one."""
    place = case.folder if case else Path.cwd()
    findings = [_disk(place), _swap(), _crashes(), _room(case, place)]
    if case:
        findings += [_readers(case), _engine(case)]
    return [*findings, *_versions()]


def _disk(place: Path) -> Finding:
    encrypted = machine.encrypted(place)
    if encrypted:
        return Finding("disk", "good", "encrypted")
    if encrypted is False:
        says = "not encrypted, as far as Linux shows"
        return Finding("disk", "do", says, "move the case to an encrypted disk: whoever takes this computer reads every name")
    look = {"Darwin": "see System Settings, FileVault", "Windows": "see Settings, Device encryption or BitLocker"}
    return Finding(
        "disk",
        "unknown",
        "whether it is encrypted cannot be seen from here",
        look.get(platform.system(), "ask whoever set it up"),
    )


def _swap() -> Finding:
    places = machine.swap()
    if places is None:
        return Finding(
            "swap", "unknown", "whether memory is written to a disk cannot be seen from here", "ask whoever set this computer up"
        )
    if bare := sorted(name for name, encrypted in places.items() if encrypted is False):
        return Finding(
            "swap", "do", f"memory may be written unencrypted to {', '.join(bare)}", "encrypt it, or turn it off: swapoff -a"
        )
    if unseen := sorted(name for name, encrypted in places.items() if encrypted is None):
        return Finding("swap", "unknown", f"memory may be written to {', '.join(unseen)}", "see whether that is encrypted")
    return Finding("swap", "good", "encrypted" if places else "memory is not written to a disk")


def _crashes() -> Finding:
    handler = machine.crash_handler()
    if handler is None:
        return Finding(
            "crashes",
            "unknown",
            "what is kept of a program that crashes cannot be seen from here",
            "ask whoever set this computer up",
        )
    if handler:
        return Finding(
            "crashes", "do", f"{handler} is given the memory of a program that crashes", "see that it keeps and sends nothing"
        )
    return Finding("crashes", "good", "nothing is kept of a program that crashes")


def _room(case: Case | None, place: Path) -> Finding:
    free = shutil.disk_usage(place).free
    size = sum(path.stat().st_size for path in _files(case)) if case else 0
    says = f"{free // 1024**2:,} MB free; the case has {max(1, size // 1024**2):,} MB" if case else f"{free // 1024**2:,} MB free"
    if free < ROOM * size or free < 1024**3:
        return Finding("room", "do", says, "make room: a load that finds none is refused")
    return Finding("room", "good", says)


def _readers(case: Case) -> Finding:
    if os.name == "nt":
        return Finding(
            "readers", "unknown", "who may read the case cannot be seen from here", "see the folder's Properties, Security"
        )
    paths = [case.folder, *(path for path in case.folder.rglob("*") if not path.is_symlink())]
    opened = [path for path in paths if path.stat().st_mode & 0o077]
    foreign = [path for path in paths if path.stat().st_uid != os.getuid()]
    if opened:
        return Finding(
            "readers",
            "do",
            f"others on this computer may read {len(opened):,} of its files or folders",
            "chmod -R go= on the case's folder",
        )
    if foreign:
        return Finding(
            "readers", "do", f"{len(foreign):,} of its files or folders belong to another account", "chown -R them to yours"
        )
    return Finding("readers", "good", "nobody but you and the computer's administrator")


def _engine(case: Case) -> Finding:
    try:
        with open_engine(case.settings.graph, case.graph_folder) as engine:
            version, unbounded = engine.version(), engine.unbounded()
    except LinkageError as error:
        return Finding("engine", "do", str(error), "until then nothing can be asked; the journal is not concerned")
    if warning := untried(version):
        return Finding("engine", "do", f"{version} ({case.settings.graph})", warning)
    if unbounded:
        return Finding(
            "engine",
            "do",
            f"{version} ({case.settings.graph}), on which Linkage was tried, lets one query take memory without bound",
            f"whoever runs the server sets there {' and '.join(unbounded)}, for example to 512M",
        )
    return Finding("engine", "good", f"{version} ({case.settings.graph}), on which Linkage was tried")


def conforming(case: Case) -> list[Finding]:
    """Whether the case's graph server answers as it must where such servers are known to err. Nothing is written."""
    try:
        with open_engine(case.settings.graph, case.graph_folder) as engine:
            dates = _answered("dates", conformance.DATES, conformance.wrong(engine, conformance.DATES))
            if not (links := conformance.links(engine)):
                return [dates, Finding("paths", "unknown", "the case has no link of command to try them on", "ask again later")]
            checks = conformance.paths(engine)
            paths = _answered("paths", checks, conformance.wrong(engine, checks), f", on {links:,} links of command")
            return [dates, paths, _known(conformance.wrong(engine, conformance.KNOWN))]
    except LinkageError as error:
        return [Finding("answers", "do", str(error), "until then nothing can be asked; the journal is not concerned")]


def _answered(what: str, checks: Sequence[Check], wrong: Sequence[str], on: str = "") -> Finding:
    says = f"{len(checks) - len(wrong)} of {len(checks)} answered rightly{on}"
    if wrong:
        return Finding(what, "do", f"{says}; wrong: {', '.join(wrong)}", "rely on no answer of this server")
    return Finding(what, "good", says)


def _known(wrong: Sequence[str]) -> Finding:
    if not wrong:
        return Finding("known", "good", f"none of the {len(conformance.KNOWN)} errors known of ArcadeDB is found")
    return Finding("known", "good", f"wrong as is known, and no saved query asks so: {'; '.join(wrong)}")


def _versions() -> Iterator[Finding]:
    yield Finding("system", "good", f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield Finding("python", "good", f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, in {sys.prefix}")
    listed: list[str] = []
    missing: list[str] = []
    for line in importlib.metadata.requires("linkage") or ():
        if "extra ==" in line:
            continue
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        try:
            listed.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        yield Finding("libraries", "do", f"missing: {', '.join(missing)}", "install Linkage again")
    yield Finding("libraries", "good", f"linkage {importlib.metadata.version('linkage')}, {', '.join(sorted(listed))}")


def _files(case: Case) -> Iterator[Path]:
    return (path for path in case.folder.rglob("*") if path.is_file() and not path.is_symlink())
