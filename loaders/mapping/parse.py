"""A mapping's text, read against the declaration. All its faults are reported at once, each with its line."""

from __future__ import annotations

import copy
import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from graph.errors import MappingError
from loaders.mapping.form import Mapping
from loaders.mapping.table import Around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.mapping.fault import Fault
    from loaders.mapping.table import Path


def parse(text: str, label: str) -> Mapping:
    """The mapping in this text; `label` names it in errors. MappingError lists every fault, one a line."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"{label}: not TOML: {str(error).splitlines()[0]}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, hundreds of brackets in each other
        raise MappingError(f"{label}: not TOML: something in it is too long or too deep") from None
    try:
        mapping = Mapping.model_validate(content, context=Around.of(content))
    except ValidationError as error:
        raise MappingError(_faults_of(text, label, content, error)) from None
    mapping.written_as(text)
    return mapping


def _faults_of(text: str, label: str, content: dict[str, Any], error: ValidationError) -> str:
    try:
        return _report(text, label, _all_faults(content, error))
    except RecursionError:
        return f"{label}: tables are nested too deeply: no mapping has so many in each other"


def _all_faults(content: dict[str, Any], error: ValidationError) -> list[Fault]:
    """Also those that only show once the first ones are out of the way: a table with a fault in it is not looked at further.

    So what is wrong is taken out and the rest held against the declaration again, until nothing new is found. What the
    rest then lacks because it was taken out is no fault.
    """
    from loaders.mapping.fault import faults

    around, rest = Around.of(content), copy.deepcopy(content)
    all_: list[Fault] = []
    while True:
        out, new = {fault.at for fault in all_}, list(dict.fromkeys(faults(error)))
        all_ += [fault for fault in new if fault not in all_ and not (fault.lacks and _beside(fault.at, out))]
        if not _take_out(rest, [fault.at for fault in new]):
            return all_
        try:
            Mapping.model_validate(rest, context=around)
            return all_
        except ValidationError as again:
            error = again


def _beside(at: Path, out: Iterable[Path]) -> bool:
    """Whether something was taken out of the table there."""
    return any(path[: len(at)] == at for path in out)


def _take_out(content: dict[str, Any], wrong: Iterable[Path]) -> bool:
    """Takes out what stands at these places, or else what it would stand in. Whether there was anything to take out."""
    taken = False
    for at in sorted(wrong, key=str, reverse=True):
        inside: Any = content
        last: tuple[Any, Any] | None = None
        for step in at:
            known = isinstance(inside, dict) and step in inside
            if not known and not (isinstance(inside, list) and isinstance(step, int) and step < len(inside)):
                continue  # a list of one that is written without brackets
            last = (inside, step)
            inside = inside[step]
        if last:
            del last[0][last[1]]
            taken = True
    return taken


def _report(text: str, label: str, faults: Iterable[Fault]) -> str:
    from loaders.mapping.lines import line_of, lines

    known = lines(text)
    placed = sorted(((line_of(fault.at, known), fault) for fault in faults), key=lambda found: found[0] or 0)
    return "\n".join(fault.on(line, label) for line, fault in placed)
