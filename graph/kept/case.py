"""The case folder: the truth, of which the graph is a view.

case.toml      settings                    journal.db   what was loaded and decided, append-only
originals/     every loaded file           graph/       the embedded engine's database, disposable
keys/          never leave this folder     rejects/  exports/  queries/
"""

from __future__ import annotations

import getpass
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.decided.journal import Journal
from graph.decided.replay import forward
from graph.decided.state import State
from graph.errors import CaseError
from graph.kept import settings as case_settings
from graph.kept.beside import clear
from graph.kept.closing import close_to_others
from graph.kept.lock import locked
from graph.kept.originals import Originals
from graph.kept.private import make_folder, nothing, put_file
from graph.kept.settings import Settings
from graph.kept.small import read_small
from graph.kept.unfinished import finish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

PLACE = "LINKAGE_CASE"
USER = "LINKAGE_USER"
KEY_BYTES = 32
FOLDERS = ("originals", "keys", "rejects", "exports", "queries")


class Case:
    """An opened case. Reading needs no lock; whoever writes does so inside `writing()`.

    `closed`: what to say where others could read the case until now.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.settings = Settings.read(folder)
        if not (folder / "journal.db").is_file():
            raise CaseError(f"{folder} holds no journal.db: restore the case from a backup")
        self.closed = close_to_others(self.folder)
        self.journal = Journal(folder / "journal.db")
        self.originals = Originals(folder / "originals")
        self._state = self._committed = State()

    @classmethod
    def create(cls, folder: Path, *, title: str, zone: str, languages: tuple[str, ...] = (), graph: str = "embedded") -> Self:
        """A new case in a folder that does not exist or is empty. `case.toml` comes last: without it, it is no case."""
        case_settings.check_zone(zone)
        if not title.strip():
            raise CaseError("a case needs a title")
        written = case_settings.text(title, zone, languages, graph)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CaseError(f"{folder} is not empty: choose another folder for the case")
        closed = close_to_others(make_folder(folder))
        for name in FOLDERS:
            make_folder(folder / name)
        put_file(folder / ".gitignore", b"*\n")
        put_file(folder / "keys" / "pseudonym", f"{secrets.token_hex(KEY_BYTES)}\n".encode(), over=nothing)
        Journal.create(put_file(folder / "journal.db", b"", over=nothing)).close()
        put_file(folder / case_settings.FILE, written.encode(), over=nothing)
        case = cls(folder)
        case.closed = closed
        return case

    @classmethod
    def find(cls, given: str | None = None) -> Self:
        """The case named, or in LINKAGE_CASE, or the nearest case.toml from here upwards."""
        if named := given or os.environ.get(PLACE):
            return cls(Path(named))
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / case_settings.FILE).is_file():
                return cls(folder)
        raise CaseError(f"no case here: name one by --case or {PLACE}, or make one with `linkage init FOLDER`")

    @property
    def state(self) -> State:
        """What the journal comes to now: read once, then moved forward by what was appended since, by this process or another.

        Inside a transaction it is what the journal is about to hold; if that is taken back, so is the state.
        """
        known = self._state if self.journal.holds(*self._state.last) else self._committed
        self._state = forward(known, self.journal)
        if not self.journal.in_transaction:
            self._committed = self._state
        return self._state

    @property
    def who(self) -> str:
        """Who is at work: LINKAGE_USER, else case.toml, else the name of the account."""
        return os.environ.get(USER) or self.settings.who or _account()

    @property
    def graph_folder(self) -> Path:
        """Where the embedded engine keeps its database."""
        return self.folder / "graph"

    @property
    def pseudonym_key(self) -> bytes:
        """The key under which pseudonyms are made. It never leaves the case folder."""
        path = self.folder / "keys" / "pseudonym"
        try:
            key = bytes.fromhex(read_small(path).decode("ascii").strip())
        except (OSError, ValueError):
            key = b""
        if len(key) != KEY_BYTES:  # a key cut short would still work, and give everybody another pseudonym
            raise CaseError("keys/pseudonym is missing or damaged: restore it from a backup")
        return key

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Alone with the case. A second writer waits, then learns who holds it."""
        with locked(self.folder / "case.lock", self.who):
            for name in ("", *FOLDERS):
                if (self.folder / name).is_dir():
                    clear(self.folder / name)
            self.originals.clear()
            finish(self.folder, self.journal)
            yield

    def close(self) -> None:
        """Let go of the journal."""
        self.journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
