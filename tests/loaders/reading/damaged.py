"""Random damage to a table whose whole rows are known: what a copy broken off, a bad disk or a careless editor leaves."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = ("Ann", "Ольга", "Musa Bello", "7 Company", "", "major", "2019-05-01", "x", "said once", "17", "n/a")
QUOTED = ("left, right", 'said "halt"', "; then; on", '"all"', ", leading", "trailing, ", "a\tb", 'the "x", and "y"')
OVER_LINES = ("one line\nand another", "\nnext", "first\n\nthird", 'he said "go"\nand went')


@dataclass(frozen=True)
class Damaged:
    """The text of a file, the cells of its undamaged rows by their first line, and the damaged rows as they now stand."""

    text: str
    whole: dict[int, tuple[str, ...]]
    broken: dict[int, str]


def line_of(cells: list[str], delimiter: str, quoting: int) -> str:
    """A row as a strict writer writes it, without its end."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerow(cells)  # type: ignore[arg-type]
    return stream.getvalue().removesuffix("\r\n")


def cut(chance: random.Random, line: str) -> str:
    """Broken off in the middle."""
    return line[: chance.randrange(1, max(len(line), 2))]


def beheaded(chance: random.Random, line: str) -> str:
    """Its beginning is gone."""
    return line[chance.randrange(1, max(len(line), 2)) :]


def unquoted(chance: random.Random, line: str) -> str:
    """One quotation mark is lost; where it has none, one is too many."""
    places = [at for at, char in enumerate(line) if char == '"']
    if places:
        at = chance.choice(places)
        return line[:at] + line[at + 1 :]
    at = chance.randrange(len(line) + 1)
    return f'{line[:at]}"{line[at:]}'


def nuls(chance: random.Random, line: str) -> str:
    """A hole of the disk."""
    at, length = chance.randrange(len(line)), chance.randint(1, 9)
    return line[:at] + "\0" * length + line[at + length :]


WAYS: tuple[Callable[[random.Random, str], str], ...] = (cut, beheaded, unquoted, nuls)


def damaged(seed: int) -> Damaged:
    """A file of this seed: its delimiter, width and habits of quoting, and which rows were damaged how."""
    chance = random.Random(seed)
    delimiter, width = chance.choice(",,;|"), chance.randint(3, 9)
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    quoted, over_lines, rate = chance.choice((0.0, 0.1, 0.5)), chance.choice((0.0, 0.0, 0.15)), chance.choice((0.02, 0.1, 0.3))
    end = chance.choice(("\n", "\n", "\r\n"))
    text = delimiter.join(f"column {number}" for number in range(width)) + end
    whole, broken = {}, {}
    rows = chance.randint(20, 60)
    for number in range(rows):
        cells = [str(number)]
        for _ in range(width - 1):
            words = QUOTED if chance.random() < quoted else OVER_LINES if chance.random() < over_lines else WORDS
            cells.append(chance.choice(words))
        line, at = line_of(cells, delimiter, quoting), text.count("\n") + 1
        last = number == rows - 1
        if chance.random() < rate or (last and chance.random() < 0.5):
            line = cut(chance, line) if last else chance.choice(WAYS)(chance, line)
            broken[at] = line
            text += line + ("" if last else end)
        else:
            whole[at] = tuple(cells)
            text += line + end
    return Damaged(text, whole, broken)
