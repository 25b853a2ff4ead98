"""All that can be asked: the library that ships with Linkage, the case's own queries, and the questions kept in the case.

The case's `queries/` folder holds both. A new file is enough; nothing lists them. A file is read and checked when it is
asked for.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import Self

from graph.errors import QueryError
from queries import kept, saved
from queries.declaration.content import QUERY_NAME
from queries.kept import Kept
from queries.saved import SavedQuery

QUERY, QUESTION = ".cypher", ".toml"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Files by name: the library's, the case's own, and the questions kept there."""

    library: dict[str, Path]
    own: dict[str, Path]
    kept: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path | None = None) -> Self:
        """The library and, where given and there, the case's `queries/` folder. QueryError where two have one name."""
        with as_file(files("queries")) as package:
            library = _files(package, QUERY)
        there = folder is not None and folder.is_dir()
        own = _files(folder, QUERY) if folder is not None and there else {}
        questions = _files(folder, QUESTION) if folder is not None and there else {}
        if both := sorted(library.keys() & (own.keys() | questions.keys())):
            raise QueryError(f"{(own | questions)[both[0]]}: the library has a query {both[0]} already; rename yours")
        if both := sorted(own.keys() & questions.keys()):
            raise QueryError(f"{questions[both[0]]}: a query of yours has this name already; rename one of them")
        return cls(library, own, questions)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted({*self.library, *self.own}))

    def question(self, name: str) -> Kept | None:
        """The question kept under this name, if there is one. QueryError where its file has faults."""
        return kept.read(self.kept[name]) if name in self.kept else None

    def get(self, name: str) -> SavedQuery:
        """The query of this name. QueryError where there is none, or its file has faults."""
        path = self.library.get(name) or self.own.get(name)
        if path is None:
            known = (*self.names, *self.kept)
            near = difflib.get_close_matches(name, known, n=3) or [one for one in known if one.endswith(f"/{name}")]
            hint = f"; did you mean {' or '.join(near)}?" if near else "; `linkage query` lists them"
            raise QueryError(f"there is no such saved query{hint}")
        return saved.read(path, name, yours=name in self.own, names=self.names)

    def read(self) -> tuple[tuple[SavedQuery, ...], tuple[str, ...]]:
        """All queries that can be asked, sorted by name, and what is wrong with the files of the others."""
        queries, faults = [], []
        for name in self.names:
            try:
                queries.append(self.get(name))
            except QueryError as error:
                faults.append(str(error))
        return tuple(queries), tuple(faults)

    def search(self, text: str) -> tuple[SavedQuery, ...]:
        """The queries in whose header all these words occur; those with them in the name first."""
        words = text.casefold().split()
        matches = []
        for query in self.read()[0]:
            name = query.name.casefold()
            texts = (name, query.title, query.question, query.caveat, query.element.id, query.element.title)
            everything = " ".join((*texts, *(parameter.help for parameter in query.parameters))).casefold()
            if all(word in everything for word in words):
                matches.append((not all(word in name for word in words), query.name, query))
        return tuple(query for *_, query in sorted(matches, key=lambda entry: entry[:2]))


def _files(folder: Path, suffix: str) -> dict[str, Path]:
    paths = {}
    for path in sorted(folder.rglob(f"*{suffix}")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if not QUERY_NAME.fullmatch(name):
            raise QueryError(f"{path}: a query's name is lower-case letters, digits and _, in folders")
        paths[name] = path
    return paths
