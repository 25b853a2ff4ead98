"""The head of the journal, signed, to be kept outside the case: the journal says so first."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.decided.entry import Kind
from graph.errors import CaseError
from graph.kept.private import nothing, put_file
from graph.kept.small import read_small
from graph.sealed.seal import FILE, Seal
from graph.sealed.signing import signing_key

if TYPE_CHECKING:
    from pathlib import Path

    from graph.decided.entry import Entry
    from graph.kept.case import Case


def seal(case: Case, out: Path) -> Seal:
    """Writes a seal into a new file. CaseError where there is one of that name, or it cannot be written."""
    with case.writing():
        made = new_seal(case)
        try:
            put_file(out, made.text().encode(), over=nothing, before=lambda: journalled(case, made))
        except FileExistsError:
            raise CaseError(f"--out: {out} is there already; name a new file") from None
        except OSError as error:
            raise CaseError(f"--out: {out} cannot be written ({error.strerror}): name another file") from None
    return made


def new_seal(case: Case) -> Seal:
    """Of the journal as it stands. The case is held by the caller. CaseError where there is nothing to seal."""
    if not case.journal.head[0]:
        raise CaseError("the journal is empty: load a file before you seal it")
    return Seal.of(case.journal, datetime.now(UTC).isoformat(timespec="seconds"), signing_key(case.folder / "keys"))


def journalled(case: Case, made: Seal) -> Entry:
    """Its entry, which holds all of it: proofs are made under it later."""
    return case.journal.append(Kind.SEAL, made.table(), case.who)


def seals(case: Case) -> list[Seal]:
    """All that were made of this case, the oldest first."""
    return [Seal.of_table(entry.body) for entry in case.journal.entries(Kind.SEAL)]


def read_seal(path: Path) -> Seal:
    """The seal in a file, or in a backup. CaseError where it cannot be read, IntegrityError where it was changed."""
    try:
        return Seal.read(small_text(path / FILE if path.is_dir() else path))
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}): name a seal, or a backup") from None


def small_text(path: Path) -> str:
    """A file that somebody gave us; empty where it is no text, and so none of ours. OSError where it is long, or no file."""
    try:
        return read_small(path).decode()
    except UnicodeDecodeError:
        return ""


def fingerprint(key: str) -> str:
    """A public key, short enough to be read out over a telephone."""
    digest = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))
