"""What a form asks for. Its columns are its mapping's; a file of `kinds/` adds a line and an example for each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import MappingError
from loaders.forms.choices import choices
from loaders.mapping import named

if TYPE_CHECKING:
    from loaders.mapping import Mapping

KINDS: Final = Path(__file__).parent / "kinds"
EVERY: Final = Path(__file__).parent / "every.toml"
"""What is said of columns that several forms have."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column. `words`: the only ones it may hold, if it is a drop-down. `dated`: it holds a date."""

    name: str
    means: str
    example: str
    words: tuple[str, ...] = ()
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of list. `sheet`: the name of the sheet that is filled in; `a_row`: what one row of it is."""

    kind: str
    sheet: str
    a_row: str
    rules: tuple[str, ...]
    mapping: Mapping
    columns: tuple[FormColumn, ...]

    @property
    def explained_in(self) -> str:
        """The sheet that explains the columns: the mapping leaves it out."""
        return self.mapping.table.leave_out[0]


def kinds() -> tuple[str, ...]:
    """All that there are, by the words they are asked for."""
    return tuple(sorted(path.stem for path in KINDS.glob("*.toml")))


def form(kind: str) -> Form:
    """The form of this kind. MappingError where there is none."""
    if kind not in kinds():
        raise MappingError(f"no form is called {kind!r}: name one of {', '.join(kinds())}")
    declared, every = _read(KINDS / f"{kind}.toml"), _read(EVERY)
    mapping = named(f"form-{kind}")
    words, dated = choices(mapping), mapping.date_columns()
    said = every["columns"] | declared["columns"]
    columns = tuple(
        FormColumn(name, said[name]["means"], said[name]["example"], words.get(name, ()), name in dated)
        for name in (*mapping.recognised_by, *mapping.unread)
    )
    return Form(kind, declared["sheet"], declared["a_row"], (*declared["rules"], *every["rules"]), mapping, columns)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
